using MlGate.Gates;

namespace MlGate.Checks.Data.Constraints;

/// <summary>The constraints of whole rows. Gate file, scan, cache key and findings read these rows.</summary>
public static class DatasetConstraints
{
    private static readonly List<DatasetConstraint> Rows = [];

    /// <summary>Sets of columns whose values, taken together, must not repeat.</summary>
    public static DatasetConstraint<IReadOnlyList<string>> Unique { get; } = Row(new UniqueKey());

    /// <summary>Sets of columns of which no two hold the same value in one row.</summary>
    public static DatasetConstraint<IReadOnlyList<string>> UniqueWithinRow { get; } = Row(new UniqueWithinRow());

    /// <summary>Rules across columns.</summary>
    public static DatasetConstraint<RowRule> Rules { get; } = Row(new Rule());

    /// <summary>All rows, in the order above.</summary>
    public static IReadOnlyList<DatasetConstraint> All => Rows;

    private static DatasetConstraint<T> Row<T>(DatasetConstraint<T> constraint)
        where T : notnull
    {
        Rows.Add(constraint);
        return constraint;
    }
}
