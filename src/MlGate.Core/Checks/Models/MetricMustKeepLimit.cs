using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Models;

/// <summary>The candidate's value alone against a fixed limit: the point decides, the bound says whether that is proven.</summary>
internal static class MetricMustKeepLimit
{
    /// <summary>Passed when the point keeps the limit, failed when it does not.</summary>
    public static Finding Judge(LimitCase of)
    {
        var least = of.Limit.Kind.IsLeast;
        var keeps = least ? of.Candidate >= of.Limit.Value : of.Candidate <= of.Limit.Value;
        if (!keeps)
        {
            return MetricFinding.Of(of, Outcome.Failed, fix: "Improve the model, or change the limit in a reviewed commit");
        }

        var proven = of.HasProvingBounds && (least ? of.Bounds.Lower >= of.Limit.Value : of.Bounds.Upper <= of.Limit.Value);
        return MetricFinding.Of(of, Outcome.Passed, proven ? null : "met, not proven");
    }
}
