using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;
using MlGate.Metrics.Fairness;
using MlGate.Metrics.Flips;

namespace MlGate.Reporting.Wording;

/// <summary>One metric of a model, or of one of its segments, with all its limits: a row of the table of metrics.</summary>
internal sealed record MetricRow
{
    private static readonly HashSet<string> Known =
    [
        .. MetricCatalog.All.Select(metric => metric.Key),
        .. FlipMeasures.All.Select(measure => measure.Key),
        .. FairnessMeasures.All.Select(measure => measure.Key),
    ];

    /// <summary>The model.</summary>
    public required CheckId Model { get; init; }

    /// <summary>The metric's key in the gate file.</summary>
    public required string Measure { get; init; }

    /// <summary>The segment; null for all rows.</summary>
    public string? Segment { get; init; }

    /// <summary>What parts the rows into the groups that are compared; null where no groups are.</summary>
    public string? Groups { get; init; }

    /// <summary>True if it is compared with the anchor, and not with the baseline.</summary>
    public bool IsSinceAnchor { get; init; }

    /// <summary>True for the metric that the gate file calls primary.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>One per limit, the worst first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>False for a segment that says nothing new: it passed, or nothing is decided there and nobody asked to be warned.</summary>
    public bool NeedsAttention =>
        Segment is null || (Worst.Severity != Severity.Info && Worst.Outcome is not (Outcome.Passed or Outcome.Waived));

    /// <summary>The limit that decides the outcome of the row.</summary>
    public Finding Worst => Findings[0];

    /// <summary>The limit whose numbers are shown: one of the change, because values alone tell less.</summary>
    public Finding Shown =>
        Findings
            .OrderByDescending(finding => FormattedEvidence.From(finding.Evidence).Any)
            .ThenByDescending(finding =>
                FormattedEvidence.From(finding.Evidence) is { Change: not null, Lower: not null, OfTheValue: false }
            )
            .ThenByDescending(finding => finding.Counts)
            .ThenBy(finding => finding.Evidence?.Limit?.Kind.IsRelative == true)
            .First();

    /// <summary>Which way it is better, as its metric says; null for changed predictions and for differences between groups.</summary>
    public bool? IsHigherBetter =>
        MetricCatalog.All.FirstOrDefault(metric => metric.Key == Measure)?.Orientation switch
        {
            Orientation.HigherIsBetter => true,
            Orientation.LowerIsBetter => false,
            _ => null,
        };

    /// <summary>The numbers that are shown.</summary>
    public FormattedEvidence Figures => FormattedEvidence.From(Shown.Evidence);

    /// <summary><c>recall of country=BR</c>.</summary>
    public SafeText Name => $"{NameOf(Measure)}{Rest}";

    /// <summary>What stands behind the metric in its name: <c> of country=BR, 172 positives</c>; the count only for a segment.</summary>
    public SafeText Rest
    {
        get
        {
            SafeText whose = Segment is { } segment ? SafeText.From($" of {TextPart.Name(segment)}{Count}") : SafeText.Empty;
            whose = Groups is { } groups ? SafeText.From($" of {TextPart.Name(groups)}") : whose;
            return $"{whose}{TextPart.Own(IsSinceAnchor ? " since the anchor" : "")}";
        }
    }

    private SafeText Count =>
        Worst.Evidence?.Denominator is { } units ? SafeText.From($", {units.Count} {TextPart.Text(units.Name)}")
        : Worst.Evidence?.Rows is { } rows ? SafeText.From($", {rows} rows")
        : SafeText.Empty;

    /// <summary><c>0.809 → 0.733</c>, or the one value that there is.</summary>
    public SafeText Values =>
        Figures switch
        {
            { Before: { } before, Now: { } now } => $"{TextPart.Number(before + " → " + now)}",
            { Now: { } now } => $"{TextPart.Number(now)}",
            _ => $"–",
        };

    /// <summary><c>−0.077 (−0.103 to −0.050)</c>; the interval only where it is one of the change.</summary>
    public SafeText Change =>
        Figures switch
        {
            { Change: { } change, OfTheValue: false, Range: { } range } => $"{TextPart.Number(change)} ({TextPart.Number(range)})",
            { Change: { } change } => $"{TextPart.Number(change)}",
            _ when Findings.Any(finding => finding.Outcome == Outcome.NoBaseline) => $"no baseline",
            _ => $"–",
        };

    /// <summary><c>drop ≤ 0.020, at least 0.800</c>.</summary>
    public SafeText Allowed =>
        SafeText.Join(", ", Findings.Select(finding => LimitWords.For(finding.Evidence)).OfType<SafeText>()) is { Parts.Count: > 0 } limits
            ? limits
            : $"no limit";

    /// <summary>A metric's name: the word of the gate file.</summary>
    public static TextPart NameOf(string measure) => Known.Contains(measure) ? TextPart.Own(measure) : TextPart.Name(measure);

    /// <summary>All metrics of a report: failures first, then warnings, inconclusive, primary, the others.</summary>
    public static IReadOnlyList<MetricRow> AllOf(ReportReading reading) =>
        [
            .. reading
                .Report.Findings.Where(IsMetric)
                .GroupBy(finding =>
                    (finding.Id.Subject, finding.Id.Segment, finding.Evidence?.Groups, Measure: MeasureOf(finding), Since: IsSince(finding))
                )
                .Select(group => new MetricRow
                {
                    Model = group.Key.Subject!,
                    Measure = group.Key.Measure!,
                    Segment = group.Key.Segment,
                    Groups = group.Key.Groups,
                    IsSinceAnchor = group.Key.Since,
                    IsPrimary = group.Key.Segment is null && group.Any(finding => reading.IsPrimary(finding)),
                    Findings = [.. group.OrderBy(OutcomeWords.OrderOf)],
                })
                .OrderBy(row => OutcomeWords.OrderOf(row.Worst))
                .ThenBy(row => row.Segment is not null)
                .ThenByDescending(row => row.IsPrimary),
        ];

    /// <summary>Is a finding one of a metric, whether it was measured or not?</summary>
    public static bool IsMetric(Finding finding) =>
        finding.Id.Section == GateSection.Models
        && MeasureOf(finding) is not null
        && (finding.Outcome is not Outcome.NotMeasured || FormattedEvidence.From(finding.Evidence).Any);

    // What has no numbers, as without a baseline, has the metric in its id alone.
    private static string? MeasureOf(Finding finding) =>
        finding.Evidence is { } evidence ? evidence.Measure
        : finding.Id.Segment is null ? (finding.Id.Path is ["metrics", var measure, ..] ? measure : null)
        : finding.Id.Path.Count > 2 ? finding.Id.Path[2]
        : null;

    private static bool IsSince(Finding finding) => finding.Evidence?.Limit?.Kind.ComparedWith == ComparedWith.Anchor;
}
