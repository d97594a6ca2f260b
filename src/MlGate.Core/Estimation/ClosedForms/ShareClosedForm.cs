using MlGate.Findings;

namespace MlGate.Estimation;

/// <summary>Shares of independent rows: intervals of proportions, and of paired proportions.</summary>
internal sealed class ShareClosedForm(PairedObservations rows, bool strict) : IClosedForm
{
    public bool Answers(EstimateRequest asked) =>
        rows.IsSimple
        && asked.Metric.Share is { } share
        && (asked.Estimand == Estimand.Value || (asked.Estimand == Estimand.Difference && share.Paired));

    public Estimate Estimate(EstimateRequest asked)
    {
        if (asked.Estimand != Estimand.Value)
        {
            return new PairedShareEstimate(ShareCounts.OfBoth(asked.Metric.Share!, rows), strict);
        }

        var (successes, n) = ShareCounts.OfCandidate(asked.Metric.Share!, rows);
        return new ProportionEstimate(successes, n, strict);
    }
}
