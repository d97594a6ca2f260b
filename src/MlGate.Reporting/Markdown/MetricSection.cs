using MlGate.Findings;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>All metrics of all models in one table, failures first.</summary>
internal static class MetricSection
{
    private const int Most = 12;

    public static MarkdownSection? Render(ReportReading reading, SummaryOptions options)
    {
        var rows = reading.Metrics;
        if (rows.Count == 0)
        {
            return null;
        }

        var (shown, others) = reading.ShortMetrics(Most);
        var level = MarkdownText.Number(Numbers.Percent(1 - (2 * reading.Report.Alpha)));
        string[] heading =
        [
            $"| | Metric | {MarkdownText.From($"{VersionWords.BaselineName(reading)}")} → {MarkdownText.Number(options.Candidate)} | "
                + $"Change ({level} confidence) | Allowed |",
            "|:--|:--|:-:|:--|:--|",
        ];
        var table = string.Join('\n', [.. heading, .. shown.Select(row => Row(row, named: reading.Models.Count > 1))]);
        if (others.Count > 0)
        {
            var what = others.All(row => row.Segment is not null) ? "more on segments" : "more metrics and segments";
            table += MarkdownText.From(
                $"\n\n*{(long)others.Count} {TextPart.Own(what)}: {OutcomeCounts.OfRest([.. others.Select(row => row.Worst)])}.*"
            );
        }

        return new(
            2,
            "metrics",
            table,
            MarkdownText.From($"*{(long)rows.Count} metrics and segments: {OutcomeCounts.Format(rows.Select(row => row.Worst))}.*")
        );
    }

    private static string Row(MetricRow row, bool named)
    {
        var (words, figures) = (OutcomeWords.From(row.Worst), row.Figures);
        SafeText whose = named ? SafeText.From($"{TextPart.Name(row.Model.Name ?? row.Model.Text)} ") : SafeText.Empty;
        var bold = words.Loud || row.IsPrimary ? "**" : "";
        var name =
            $"{MarkdownText.From(whose)}{bold}{MarkdownText.From($"{MetricRow.NameOf(row.Measure)}")}{bold}{MarkdownText.From(row.Rest)}";
        // The numbers that break a limit are bold: the change, the value, or both.
        bool Breaks(bool ofChange) =>
            words.Loud
            && row.Findings.Any(finding =>
                (finding.Counts || ReferenceEquals(finding, row.Worst)) && finding.Evidence?.Limit?.Kind.IsOfChange == ofChange
            );
        var change =
            Breaks(ofChange: true) && figures.Change is { } by
                ? $"**{MarkdownText.Number(by)}**{Interval(figures)}"
                : MarkdownText.From(row.Change);
        var values = Breaks(ofChange: false) && figures.Now is { } now ? Values(figures, now) : MarkdownText.From(row.Values);
        var outcome = $"{words.Icon}\u00A0{words.Word.Replace(' ', '\u00A0')}";
        return $"| {outcome} | {name} | {values} | {change} | {Allowed(row)} |";
    }

    private static string Values(FormattedEvidence figures, string now) =>
        (figures.Before is { } before ? MarkdownText.Number(before + " → ") : "") + $"**{MarkdownText.Number(now)}**";

    private static string Interval(FormattedEvidence figures) =>
        figures is { OfTheValue: false, Range: { } range } ? $" ({MarkdownText.Number(range)})" : "";

    // Of several limits the broken ones are told apart; no line break before a number.
    private static string Allowed(MetricRow row)
    {
        var limits = row
            .Findings.Select(finding => (finding.Counts, Words: LimitWords.For(finding.Evidence)))
            .Where(limit => limit.Words is not null)
            .Select(limit => (limit.Counts, Text: MarkdownText.From(limit.Words!)))
            .Select(limit => limit.Counts && row.Findings.Count > 1 ? $"**{limit.Text}**" : limit.Text)
            .ToList();
        return limits.Count == 0
            ? "–"
            : string.Join(", ", limits)
                .Replace(" ≤ ", "\u00A0≤\u00A0", StringComparison.Ordinal)
                .Replace(" ≥ ", "\u00A0≥\u00A0", StringComparison.Ordinal);
    }
}
