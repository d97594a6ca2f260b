using MlGate.Findings;

namespace MlGate.Checks.Models;

/// <summary>
/// A gain over the baseline that is asked for: passed when it is proven and the estimate itself shows it, failed when it is excluded.
/// </summary>
internal static class MetricMustGain
{
    /// <summary>Passed, failed or inconclusive.</summary>
    public static Finding Judge(LimitCase of)
    {
        var gain = of.Limit.Value;
        return of.HasProvingBounds && of.ChangeBounds.Lower > gain && of.Change >= gain ? MetricFinding.Of(of, Outcome.Passed)
            : of.HasProvingBounds && of.ChangeBounds.Upper < gain
                ? MetricFinding.Of(of, Outcome.Failed, fix: "Improve the model further, or ask for less")
            : MetricFinding.Of(of, Outcome.Inconclusive);
    }
}
