using MlGate.Gates;

namespace MlGate.Data.Columns;

/// <summary>A declared check as SQL over the typed relation.</summary>
/// <param name="Id">Its path in the gate file.</param>
/// <param name="Breaks">True for a row that breaks it.</param>
/// <param name="Judged">SQL of a value that is present in a row that was judged; null for every row.</param>
/// <param name="Uses">The columns that it reads.</param>
internal sealed record RowConstraint(string Id, string Breaks, string? Judged, IReadOnlyList<TypedColumn> Uses)
{
    /// <summary>
    /// The name of the value that is present in a judged row that keeps the check, where there is one: counting it is cheaper than asking
    /// every row.
    /// </summary>
    public string? Remaining { get; init; }

    /// <summary>
    /// SQL that counts the judged rows that keep the check under their values, and the others under the empty text; null where
    /// <see cref="Breaks"/> must be asked of every row.
    /// </summary>
    public string? Kept { get; init; }

    /// <summary>Number of the part of a wide table that has its columns; -1 where there are no parts, or none has all of them.</summary>
    public int PartIn(Sources.DataSource source) => source.Wide?.PartOf(Uses.Select(column => column.Column.Index)) ?? -1;

    /// <summary>The constraint of a column that it counts; null for a type, for missing values and for rules.</summary>
    public DeclaredValueConstraint? Declared { get; init; }

    /// <summary>For a rule: its predicate, which can fail on a row.</summary>
    public string? Predicate { get; init; }

    /// <summary>What is worth saying of the rows that break it: a condition and words.</summary>
    public IReadOnlyList<(string Condition, string Words)> Notes { get; init; } = [];
}
