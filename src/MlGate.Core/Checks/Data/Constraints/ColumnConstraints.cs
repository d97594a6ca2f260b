using MlGate.Gates;

namespace MlGate.Checks.Data.Constraints;

/// <summary>The constraints of a column. Gate file, scan, cache key and findings read these rows.</summary>
public static class ColumnConstraints
{
    private static readonly List<ColumnConstraint> Rows = [];

    /// <summary>Smallest number.</summary>
    public static ValueConstraint<GateNumber> Min { get; } = Row(new Minimum());

    /// <summary>Largest number.</summary>
    public static ValueConstraint<GateNumber> Max { get; } = Row(new Maximum());

    /// <summary>Earliest moment.</summary>
    public static ValueConstraint<DateTimeOffset> After { get; } = Row(new Earliest());

    /// <summary>Latest moment.</summary>
    public static ValueConstraint<DateTimeOffset> Before { get; } = Row(new Latest());

    /// <summary>Allowed values, as texts.</summary>
    public static ValueConstraint<IReadOnlyList<string>> In { get; } = Row(new AllowedValues());

    /// <summary>A pattern that the whole value matches, in RE2 syntax (linear time).</summary>
    public static ValueConstraint<string> Regex { get; } = Row(new Pattern());

    /// <summary>Fewest characters.</summary>
    public static ValueConstraint<long> MinLength { get; } = Row(new ShortestText());

    /// <summary>Most characters.</summary>
    public static ValueConstraint<long> MaxLength { get; } = Row(new LongestText());

    /// <summary>The step of which every number is a whole multiple.</summary>
    public static ValueConstraint<GateNumber> MultipleOf { get; } = Row(new MultipleOf());

    /// <summary>The mean.</summary>
    public static ColumnStatistic Mean { get; } = Row(new Mean());

    /// <summary>The standard deviation.</summary>
    public static ColumnStatistic StandardDeviation { get; } = Row(new StandardDeviation());

    /// <summary>True if no present value may repeat.</summary>
    public static ValuesConstraint<bool> Unique { get; } = Row(new Unique());

    /// <summary>All rows, in the order above; of a statistic both ends.</summary>
    public static IReadOnlyList<ColumnConstraint> All => Rows;

    private static ValueConstraint<T> Row<T>(ValueConstraint<T> constraint)
        where T : notnull
    {
        Rows.Add(constraint);
        return constraint;
    }

    private static ValuesConstraint<T> Row<T>(ValuesConstraint<T> constraint)
        where T : notnull
    {
        Rows.Add(constraint);
        return constraint;
    }

    private static ColumnStatistic Row(ColumnStatistic statistic)
    {
        Rows.AddRange(statistic.Limits);
        return statistic;
    }
}
