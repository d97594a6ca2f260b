using MlGate.Data.Columns;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Data.Profiles;

/// <summary>Tells from the exact profile of a column that none of its values breaks a check: then it need not be counted.</summary>
internal static class KeptConstraints
{
    private const double LargestExact = 1L << 53;

    /// <summary>True if no value breaks the check; false if that is not known.</summary>
    /// <param name="id">The check.</param>
    /// <param name="column">Its only column.</param>
    /// <param name="profile">The column's exact profile.</param>
    public static bool IsKept(string id, TypedColumn column, ColumnProfile profile)
    {
        var gate = column.Gate!;
        if (profile.Present == 0)
        {
            return true;
        }

        var isText = column.Type is ColumnType.Text or ColumnType.Category;
        return (id == gate.Min?.Id && profile.Numbers is { } low && IsExact(low.Min, gate.Min.Value) && low.Min >= gate.Min.Value.Value)
            || (id == gate.Max?.Id && profile.Numbers is { } high && IsExact(high.Max, gate.Max.Value) && high.Max <= gate.Max.Value.Value)
            || (id == gate.MinLength?.Id && isText && profile.Lengths is { } shortest && shortest.Min >= gate.MinLength.Value)
            || (id == gate.MaxLength?.Id && isText && profile.Lengths is { } longest && longest.Max <= gate.MaxLength.Value)
            || (id == gate.In?.Id && column.Type == ColumnType.Category && IsIn(profile, gate.In.Value));
    }

    // The profile has its extremes as doubles, to which larger integers are rounded.
    private static bool IsExact(double extreme, GateNumber limit) =>
        Math.Abs(extreme) < LargestExact && Math.Abs(limit.Value) < LargestExact;

    // The profile lists the most frequent values only.
    private static bool IsIn(ColumnProfile profile, IReadOnlyList<string> domain) =>
        profile.Distinct == profile.Top.Count && profile.Top.All(value => domain.Contains(value.Value, StringComparer.Ordinal));
}
