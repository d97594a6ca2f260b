namespace MlGate.Gates;

/// <summary>
/// A condition on the values of several columns of one row, in the words of no engine; a closed set like <see cref="ValuePredicate"/>.
/// It is unknown where a value that would decide it is missing.
/// </summary>
public abstract record RowPredicate
{
    private protected RowPredicate() { }

    /// <summary>The condition as one text, which differs for different conditions; the cache key of its answer contains it.</summary>
    public abstract string Canonical { get; }

    /// <summary>The columns that it names.</summary>
    public abstract IEnumerable<string> Columns { get; }
}

/// <summary>The values of two columns compare so: numbers, moments and booleans by what they are, texts by code point.</summary>
/// <param name="Left">The first column.</param>
/// <param name="Operator">How.</param>
/// <param name="Right">The second column.</param>
public sealed record ColumnComparison(string Left, ComparisonOperator Operator, string Right) : RowPredicate
{
    /// <inheritdoc/>
    /// <remarks>Lengths before names: no two conditions give one text.</remarks>
    public override string Canonical => FormattableString.Invariant($"{Left.Length}:{Left} {Operator} {Right.Length}:{Right}");

    /// <inheritdoc/>
    public override IEnumerable<string> Columns => [Left, Right];

    /// <summary>Can values of these types be compared?</summary>
    public static bool IsPossible(ColumnType one, ColumnType other) => FamilyOf(one) == FamilyOf(other);

    private static int FamilyOf(ColumnType type) =>
        type switch
        {
            ColumnType.Integer or ColumnType.Number => 0,
            ColumnType.Category or ColumnType.Text => 1,
            ColumnType.Date or ColumnType.Timestamp => 2,
            _ => 3,
        };
}

/// <summary>One of the conditions is true.</summary>
/// <param name="Conditions">At least one.</param>
public sealed record AnyOfRow(IReadOnlyList<RowPredicate> Conditions) : RowPredicate
{
    /// <inheritdoc/>
    public override string Canonical => string.Join(" or ", Conditions.Select(condition => $"({condition.Canonical})"));

    /// <inheritdoc/>
    public override IEnumerable<string> Columns => Conditions.SelectMany(condition => condition.Columns).Distinct(StringComparer.Ordinal);
}
