using MlGate.Findings;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Html;

/// <summary>
/// Every finding that is not green, said in full: where it stands, its numbers, the way out. What stops the build is open.
/// </summary>
internal static class AttentionPart
{
    private const int MostOpen = 5;

    public static Markup Render(ReportReading reading, PageBudget budget)
    {
        List<Finding> findings = [.. reading.Blocking, .. reading.Warnings, .. reading.Waived, .. reading.Quiet];
        if (findings.Count == 0)
        {
            return Markup.Empty;
        }

        var items = budget.Take(findings.Select((finding, at) => Item(reading.Report, finding, open: at < MostOpen && finding.Counts)));
        return $"""
            <section aria-labelledby="attention">
            <h2 id="attention">Needs attention <small>{OutcomeCounts.Format(findings)}</small></h2>
            {Markup.Lines(items)}{LeftOut(findings.Count - items.Count, reading, findings)}
            </section>
            """;
    }

    private static Markup LeftOut(int count, ReportReading reading, List<Finding> findings) =>
        count == 0
            ? Markup.Empty
            : Markup.From(
                $"\n<p class=\"left\">{(long)count} of {(long)findings.Count} findings that need attention, and what is in them, are "
                    + $"omitted because of the size limit: report.json has all {(long)reading.Report.Findings.Count}.</p>"
            );

    private static Markup Item(Report report, Finding finding, bool open)
    {
        var figures = FormattedEvidence.From(finding.Evidence);
        var values = figures.Any ? Markup.From($" <span class=\"values\">{FindingMarkup.Values(figures)}</span>") : Markup.Empty;
        var place = FindingMarkup.Place(report, finding);
        return $"""
            <details class="finding"{TextPart.Own(open ? " open" : "")}>
            <summary>{FindingMarkup.Mark(finding)} <b>{CheckLabel.For(finding)}</b>{values} <span class="place">{place}</span></summary>
            {Found(finding)}
            {List(MetricRow.IsMetric(finding) ? EvidenceWords.More(finding) : EvidenceWords.For(finding))}{Fix(finding)}
            <p class="note">{TextPart.Name(finding.Id.Text)} · {FindingMarkup.Code(finding.Code)}</p>
            </details>
            """;
    }

    // The table above has the numbers of a metric.
    private static Markup Found(Finding finding) =>
        MetricRow.IsMetric(finding) && ReasonSentence.Certainty(finding) is { } certainty
            ? Markup.From($"<p>{certainty}.</p>")
            : $"<p>{TextPart.Text(finding.Subject)}: {TextPart.Text(finding.Found)}; expected {TextPart.Text(finding.Expected)}.</p>";

    private static Markup List(IReadOnlyList<SafeText> lines) =>
        lines.Count == 0 ? Markup.Empty : Markup.From($"<ul>\n{Markup.Lines(lines.Select(line => (Markup)$"<li>{line}</li>"))}\n</ul>\n");

    private static Markup Fix(Finding finding) =>
        finding.Fix is { } fix ? Markup.From($"<p class=\"fix\"><b>Fix</b> {TextPart.Text(fix)}</p>") : Markup.Empty;
}
