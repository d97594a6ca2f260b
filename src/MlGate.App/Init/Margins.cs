using System.Globalization;
using MlGate.Checks.Models.Limits;
using MlGate.Findings;
using MlGate.GateFile.Draft;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Predictions;

namespace MlGate.App.Init;

/// <summary>Limits that a test set can decide, and that the model at hand meets.</summary>
internal static class Margins
{
    /// <summary>The usual metrics of a task, the primary one first, with their proposed limits and the reason in words.</summary>
    public static IReadOnlyList<StarterMetric> For(ModelTask task, PredictionSet set)
    {
        var proposals = MarginProposal.For(task, set, task.UsualMetrics);
        return
        [
            .. task
                .UsualMetrics.Select(key => proposals.FirstOrDefault(proposal => proposal.Metric == key))
                .OfType<MarginProposal>()
                .Select((proposal, index) => Metric(proposal, set.Rows, index == 0)),
        ];
    }

    private static StarterMetric Metric(MarginProposal proposal, int rows, bool primary) =>
        new()
        {
            Metric = proposal.Metric,
            Limits = primary
                ? [Absolute(proposal), new MetricLimit(proposal.Kind, proposal.Margin)]
                : [new MetricLimit(proposal.Kind, proposal.Margin)],
            Reason = string.Create(
                CultureInfo.InvariantCulture,
                $"now {proposal.Value:G3}; {rows:N0} rows detect a {(proposal.Kind == LimitKinds.MaxDrop ? "drop" : "rise")} "
                    + $"of {proposal.MinimumDetectableEffect:G2}"
            ),
        };

    // Two margins from today's value, in the margin's last digit: what is beyond is not luck any more.
    private static MetricLimit Absolute(MarginProposal proposal)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(proposal.Margin)));
        return proposal.Kind == LimitKinds.MaxDrop
            ? new MetricLimit(LimitKinds.Min, Rounded(Math.Floor((proposal.Value - (2 * proposal.Margin)) / step) * step))
            : new MetricLimit(LimitKinds.Max, Rounded(Math.Ceiling((proposal.Value + (2 * proposal.Margin)) / step) * step));
    }

    private static double Rounded(double value) =>
        double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
