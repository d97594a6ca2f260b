using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Checks.Data.Constraints;

/// <summary>The mean of a column's numbers. It moves when most values do, where every single one is in range.</summary>
internal sealed class Mean : ColumnStatistic
{
    public override string Key => "mean";

    public override IReadOnlyList<ColumnType> Types { get; } = [ColumnType.Integer, ColumnType.Number];

    public override string Meaning =>
        "Range of the mean of the present values; for `integer` and `number`. Detects a shift of most values, "
        + "such as a changed unit or missing rows.";

    public override string Example => "mean: { min: 40, max: 80 }";

    public override double? Read(ColumnProfile profile) => profile.Numbers?.Mean;
}
