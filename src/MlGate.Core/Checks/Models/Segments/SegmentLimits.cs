using System.Globalization;
using MlGate.Checks.Models.Evaluation;
using MlGate.Checks.Models.Limits;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;

namespace MlGate.Checks.Models.Segments;

/// <summary>The metrics of each declared segment, with their limits there.</summary>
internal sealed class SegmentLimits : IModelCheck
{
    public IEnumerable<EstimateNeed> Needs(EvaluationSet set) =>
        Parts(set)
            .Where(part => part.TooSmall is null)
            .SelectMany(part => JudgedLimit.Of(set.Evaluation, [part.Metric], part.Segment.Name))
            .Select(limit => limit.Need());

    public IEnumerable<Finding> Evaluate(EvaluationSet set, Estimates estimates)
    {
        if (set.Evaluation.Model.Check<SegmentsGate>() is not { } gate)
        {
            return [];
        }

        var problems = gate.Declared.SelectMany(declared => PartProblems.Find(set, gate.Id.Child("declared"), declared, gate.Severity));
        return [.. problems, .. Parts(set).SelectMany(part => Evaluate(set, part, estimates))];
    }

    private static IEnumerable<Finding> Evaluate(EvaluationSet set, Part part, Estimates estimates) =>
        part.Metric.Limits.Count == 0
            ? part.TooSmall is null
                ? [Reported(set, part)]
                : []
            : part.TooSmall is { } found
                ? JudgedLimit.Of(set.Evaluation, [part.Metric], part.Segment.Name).Select(limit => limit.NotMeasured(set, found))
                : JudgedLimit.Of(set.Evaluation, [part.Metric], part.Segment.Name).Select(limit => limit.Evaluate(set, estimates));

    private static Finding Reported(EvaluationSet set, Part part) =>
        ReportedMetrics.Create(
            set.Evaluation,
            part.Metric,
            set.Evaluation.MetricOf(part.Metric),
            set.Rows(new RowSelection(ComparedWith.Baseline, part.Segment.Name))!
        );

    // Every metric of every segment that has rows, in the order of the gate file.
    private static IEnumerable<Part> Parts(EvaluationSet set)
    {
        if (set.Evaluation.Model.Check<SegmentsGate>() is not { } gate)
        {
            yield break;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var segments = gate
            .Declared.SelectMany(declared => set.Part(declared) ?? [])
            .Where(segment => segment.Rows.Length > 0 && names.Add(segment.Name));
        foreach (var segment in segments)
        {
            var rows = set.Rows(new RowSelection(ComparedWith.Baseline, segment.Name))!;
            foreach (var metric in gate.Metrics)
            {
                var denominator = set.Evaluation.MetricOf(metric).DenominatorOf(rows.Candidate);
                yield return new Part(
                    segment,
                    Of(set.Evaluation.Model, segment, metric),
                    denominator.Count >= gate.MinDenominator
                        ? null
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"{metric.Metric} not judged: {denominator.Count:N0} {denominator.Name}, "
                                + $"at least {gate.MinDenominator:N0} needed"
                        )
                );
            }
        }
    }

    private static MetricGate Of(ModelGate model, Segment segment, MetricGate metric)
    {
        var id = model.Id.Child("segments").Child(segment.Name).Child(metric.Metric);
        return metric with { Id = id, Limits = [.. metric.Limits.Select(limit => limit with { Id = id.Child(limit.Value.Kind.Key) })] };
    }

    /// <summary>A metric of a segment.</summary>
    /// <param name="Segment">The segment.</param>
    /// <param name="Metric">The metric with its limits; ids name the segment.</param>
    /// <param name="TooSmall">Why nothing is judged; null where it is.</param>
    private sealed record Part(Segment Segment, MetricGate Metric, string? TooSmall);
}
