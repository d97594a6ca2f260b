using MlGate.Gates;

namespace MlGate.Checks.Data.Constraints;

/// <summary>The constraints of a column's values. Gate file, scan, cache key and findings read these rows.</summary>
public static class ColumnConstraints
{
    private static readonly List<ColumnConstraint> Rows = [];

    /// <summary>Smallest number.</summary>
    public static ColumnConstraint<GateNumber> Min { get; } = Row(new Minimum());

    /// <summary>Largest number.</summary>
    public static ColumnConstraint<GateNumber> Max { get; } = Row(new Maximum());

    /// <summary>Earliest moment.</summary>
    public static ColumnConstraint<DateTimeOffset> After { get; } = Row(new Earliest());

    /// <summary>Latest moment.</summary>
    public static ColumnConstraint<DateTimeOffset> Before { get; } = Row(new Latest());

    /// <summary>Allowed values, as texts.</summary>
    public static ColumnConstraint<IReadOnlyList<string>> In { get; } = Row(new AllowedValues());

    /// <summary>A pattern that the whole value matches, in RE2 syntax (linear time).</summary>
    public static ColumnConstraint<string> Regex { get; } = Row(new Pattern());

    /// <summary>Fewest characters.</summary>
    public static ColumnConstraint<long> MinLength { get; } = Row(new ShortestText());

    /// <summary>Most characters.</summary>
    public static ColumnConstraint<long> MaxLength { get; } = Row(new LongestText());

    /// <summary>The step of which every number is a whole multiple.</summary>
    public static ColumnConstraint<GateNumber> MultipleOf { get; } = Row(new MultipleOf());

    /// <summary>All rows, in the order above.</summary>
    public static IReadOnlyList<ColumnConstraint> All => Rows;

    private static ColumnConstraint<T> Row<T>(ColumnConstraint<T> constraint)
        where T : notnull
    {
        Rows.Add(constraint);
        return constraint;
    }
}
