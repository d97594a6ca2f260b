using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Checks.Data.Constraints;

/// <summary>The standard deviation of a column's numbers.</summary>
internal sealed class StandardDeviation : ColumnStatistic
{
    public override string Key => "standard-deviation";

    public override IReadOnlyList<ColumnType> Types { get; } = [ColumnType.Integer, ColumnType.Number];

    public override string Meaning =>
        "Range of the standard deviation (n − 1) of the present values; for `integer` and `number`; 0 for one value. A minimum "
        + "detects a nearly constant column.";

    public override string Example => "standard-deviation: { min: 0.1, max: 30 }";

    public override double? Read(ColumnProfile profile) => profile.Numbers?.StandardDeviation;
}
