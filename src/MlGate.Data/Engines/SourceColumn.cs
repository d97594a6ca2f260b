namespace MlGate.Data.Engines;

/// <summary>One column of a dataset.</summary>
/// <param name="Index">Position, from 0.</param>
/// <param name="Name">Name, as in the data.</param>
/// <param name="Stored">How the engine stores it.</param>
internal sealed record SourceColumn(int Index, string Name, StoredType Stored)
{
    /// <summary>Its name in SQL.</summary>
    public string Sql { get; } = FormattableString.Invariant($"c{Index}");

    /// <summary>How its present fields are written, where that is known.</summary>
    public FieldShapes Shapes { get; init; } = FieldShapes.Other;

    /// <summary>Texts that mean "no value"; they are already NULL in what is read.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>Is <see cref="Stored"/> the type that the source itself declares? Then a text is no number.</summary>
    public bool HasOwnType { get; init; }

    /// <summary>Are its present fields known to be integers, each larger than the one before? Then none repeats.</summary>
    public bool Climbs { get; init; }

    /// <summary>Are all present fields known to be of these shapes?</summary>
    public bool Has(FieldShapes only) => (Shapes & ~only) == 0;

    /// <summary>Are the column's values under a declared type numbers of single precision?</summary>
    public bool IsSingle(Gates.ColumnType type) => type == Gates.ColumnType.Number && Stored.Family == StoredFamily.Single;
}
