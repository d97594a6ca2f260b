using System.Globalization;
using MlGate.Findings;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Comments;

/// <summary>
/// A metric over the latest accepted versions, then the candidate, against the limit that it has today; all at one precision.
/// </summary>
internal sealed record HistoryLine
{
    /// <summary>Fewer past values are no history.</summary>
    public const int Fewest = 3;

    // More labels do not fit side by side.
    private const int Most = 9;

    /// <summary>The metric.</summary>
    public required string Measure { get; init; }

    /// <summary>The past values, the oldest first.</summary>
    public required IReadOnlyList<PastValue> Past { get; init; }

    /// <summary>The candidate's value.</summary>
    public required double Now { get; init; }

    /// <summary>What a past value is called: the day, or the commit where a day has several.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The finding whose limit is the tightest; null for none that can be drawn.</summary>
    public Finding? Limited { get; init; }

    /// <summary>Where that limit is; null without one.</summary>
    public double? Limit { get; init; }

    /// <summary>Is the limit the least that is allowed, and not the most?</summary>
    public bool IsFloor { get; init; }

    /// <summary>All numbers that are drawn.</summary>
    public IReadOnlyList<double> Numbers => [.. Past.Select(value => value.Value), Now, .. new[] { Limit }.OfType<double>()];

    /// <summary>Decimals that tell the numbers apart.</summary>
    public int Decimals => Numbers.Max() - Numbers.Min() is var span and > 0 ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(span)), 0, 6) : 3;

    /// <summary>The line of a model's primary metric, else of the first that has one; null where too little is known.</summary>
    public static HistoryLine? From(Report report, ModelPart model)
    {
        var findings = report
            .Findings.Where(finding =>
                finding.Id.IsIn(model.Id) && finding.Id.Segment is null && finding.Evidence is { Measure: not null, Candidate: not null }
            )
            .ToList();
        var primary = findings.FirstOrDefault(finding => model.Primary is { } id && finding.Id.IsIn(id))?.Evidence!.Measure;
        return (report.History?.FirstOrDefault(history => history.Model == model.Id)?.Metrics ?? [])
            .Where(history => history.Values.Count >= Fewest)
            .OrderBy(history => history.Measure != primary)
            .Select(history => From(history, [.. findings.Where(finding => finding.Evidence!.Measure == history.Measure)]))
            .FirstOrDefault(line => line is not null);
    }

    private static HistoryLine? From(MetricHistory history, IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
        {
            return null;
        }

        var past = history.Values.TakeLast(Most).ToList();
        var floor = findings.Where(finding => Floor(finding.Evidence!) is not null).MaxBy(finding => Floor(finding.Evidence!));
        var limited = floor
            ?? findings.Where(finding => Ceiling(finding.Evidence!) is not null).MinBy(finding => Ceiling(finding.Evidence!));
        return Labelled(past) is not { } labels
            ? null
            : new HistoryLine
            {
                Measure = history.Measure,
                Past = past,
                Now = findings[0].Evidence!.Candidate!.Value,
                Labels = labels,
                Limited = limited,
                Limit =
                    floor is not null ? Floor(floor.Evidence!)
                    : limited is not null ? Ceiling(limited.Evidence!)
                    : null,
                IsFloor = floor is not null,
            };
    }

    private static double? Floor(Evidence evidence) =>
        evidence switch
        {
            { Limit: { Kind: { IsOfChange: false, IsLeast: true }, Value: var least } } => least,
            {
                Limit:
                {
                    Kind: { Direction: Direction.Drop, Estimand: Estimand.Difference, ComparedWith: ComparedWith.Baseline },
                    Value: var drop
                },
                Baseline: { } before
            } => before - drop,
            _ => null,
        };

    private static double? Ceiling(Evidence evidence) =>
        evidence switch
        {
            { Limit: { Kind: { IsOfChange: false, IsLeast: false }, Value: var most } } => most,
            {
                Limit:
                {
                    Kind: { Direction: Direction.Rise, Estimand: Estimand.Difference, ComparedWith: ComparedWith.Baseline },
                    Value: var rise
                },
                Baseline: { } before
            } => before + rise,
            _ => null,
        };

    // Two values of one label would be drawn as one.
    private static List<string>? Labelled(List<PastValue> past)
    {
        var days = past.Select(value => value.At.UtcDateTime.ToString("d MMM", CultureInfo.InvariantCulture)).ToList();
        if (days.Distinct().Count() == days.Count)
        {
            return days;
        }

        var commits = past.Select(value => LeadSentence.Short(value.Commit)).ToList();
        return commits.Distinct().Count() == commits.Count ? commits : null;
    }
}
