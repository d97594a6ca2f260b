using MlGate.Plots;
using MlGate.Reports;
using MlGate.Statistics;

namespace MlGate.Reporting.Json;

/// <summary>
/// The rules of curves, counts and lists that a report may carry beside its findings: sizes and ranges, so that nothing drawn from them can
/// grow or lie outside of its axes.
/// </summary>
internal static class PlotRules
{
    private const int MostBins = 50;
    private const int MostFeatures = 100;

    /// <summary>The first broken rule, or null.</summary>
    public static string? Broken(DatasetPart dataset) => List(dataset.Distributions, Distribution.Most, Distributed);

    /// <summary>The first broken rule, or null.</summary>
    public static string? Broken(ModelPart model) => model.Picture is { } picture ? Picture(picture) : null;

    /// <summary>The first broken rule of a model's history, or null.</summary>
    public static string? Broken(ModelHistory? model) =>
        model is null
            ? "list contains null"
            : List(model.Metrics, ModelHistory.MostMetrics, history => List(history.Values, MetricHistory.MostValues, Past));

    private static string? Picture(ModelPlots picture) =>
        Curves(picture.Roc)
        ?? Curves(picture.PrecisionRecall)
        ?? List(picture.Reliability?.Candidate, MostBins, Bin)
        ?? List(picture.Reliability?.Baseline, MostBins, Bin)
        ?? (picture.Flips is { } flips ? Flipped(flips) : null)
        ?? List(picture.Importance, MostFeatures, _ => null);

    private static string? Curves(CurvePair? pair) => Curve(pair?.Candidate) ?? Curve(pair?.Baseline);

    private static string? Curve(Curve? curve) =>
        curve switch
        {
            null => null,
            _ when curve.X.Count != curve.Y.Count => "a curve has different numbers of x and y values",
            _ when curve.X.Count is < 2 or > ModelPlots.MostPoints => "a curve has too few or too many points",
            _ when !curve.X.Concat(curve.Y).All(IsShare) => "a point is out of range",
            { Decision: { } point } when !IsShare(point.X) || !IsShare(point.Y) => "a point is out of range",
            _ => null,
        };

    private static string? Bin(ReliabilityBin bin) =>
        bin switch
        {
            { Rows: < 0 } => "a count is negative",
            _ when !IsShare(bin.Predicted) || !IsShare(bin.Observed) || !IsShare(bin.Lower ?? 0) || !IsShare(bin.Upper ?? 0) =>
                "a share is out of range",
            _ => null,
        };

    private static string? Flipped(Flips flips) =>
        flips switch
        {
            { Changed: < 0 } => "a count is negative",
            { P: not null and not (>= 0 and <= 1) } => "a p-value is out of range",
            _ => new[] { flips.Right, flips.Positives, flips.Negatives }.OfType<PairedTable>().Any(IsNegative)
                ? "a count is negative"
                : null,
        };

    private static bool IsNegative(PairedTable table) => table is { Both: < 0 } or { Gained: < 0 } or { Lost: < 0 } or { Neither: < 0 };

    private static string? Past(PastValue value) => ReportRules.ObjectId().IsMatch(value.Commit) ? null : "a commit is not an object id";

    private static string? Distributed(Distribution distribution) => List(distribution.Bins, Distribution.MostBins, bin => bin switch
            {
                { Baseline: < 0 } or { Candidate: < 0 } or { Merged: < 0 } => "a count is negative",
                _ => null,
            });

    private static string? List<T>(IReadOnlyList<T>? list, int most, Func<T, string?> rule)
        where T : class =>
        list switch
        {
            null => null,
            _ when list.Count > most => "a list is too long",
            _ when list.Any(item => item is null) => "list contains null",
            _ => list.Select(rule).FirstOrDefault(broken => broken is not null),
        };

    private static bool IsShare(double value) => value is >= 0 and <= 1;
}
