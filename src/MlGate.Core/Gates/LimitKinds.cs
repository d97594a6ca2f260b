using MlGate.Metrics;

namespace MlGate.Gates;

/// <summary>What holds for kinds of limits.</summary>
public static class LimitKinds
{
    /// <summary>True if a kind of limit is valid for a metric. Relative kinds need a value that cannot be negative.</summary>
    public static bool Allows(Metric metric, LimitKind kind) =>
        kind switch
        {
            LimitKind.MaxRelativeDrop or LimitKind.MaxRelativeRise => metric.Minimum >= 0,
            _ => true,
        };
}
