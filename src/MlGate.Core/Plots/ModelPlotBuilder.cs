using MlGate.Estimation;
using MlGate.Metrics;

namespace MlGate.Plots;

/// <summary>Draws what a report shows of a model beside its findings, on the rows that these rest on.</summary>
internal static class ModelPlotBuilder
{
    private const int Decimals = 5;

    /// <summary>The picture; null where there is nothing to show.</summary>
    /// <param name="rows">Both models, or the candidate alone.</param>
    /// <param name="task">What they predict.</param>
    /// <param name="alpha">One-sided error level of bounds.</param>
    public static ModelPlots? Create(PairedObservations rows, ModelTask task, double alpha)
    {
        if (!task.HasClasses || rows.Candidate.Rows == 0)
        {
            return null;
        }

        var binary = task.HasPositive;
        var (now, before) = (
            binary ? RankCurves.Create(rows.Candidate) : null,
            binary && rows.Baseline is { } baseline ? RankCurves.Create(baseline) : null
        );
        double? level = rows.IsSimple ? alpha : null;
        return new ModelPlots
        {
            Roc = now is { } curves ? new CurvePair(curves.Roc, before?.Roc) : null,
            PrecisionRecall = now is { } others ? new CurvePair(others.PrecisionRecall, before?.PrecisionRecall) : null,
            Reliability = ReliabilityCurve.Create(rows.Candidate, level) is { } bins
                ? new ReliabilityPair(bins, rows.Baseline is { } other ? ReliabilityCurve.Create(other, level) : null)
                : null,
            Flips = FlipCounts.Count(rows),
        };
    }

    /// <summary>As many decimals as an eye can see: the last bits of a score must not change a report.</summary>
    public static double Shown(double value) => Math.Round(value, Decimals);

    /// <summary>The same for what may be missing.</summary>
    public static double? Shown(double? value) => value is { } number ? Shown(number) : null;
}
