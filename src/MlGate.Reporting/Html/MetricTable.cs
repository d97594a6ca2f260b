using MlGate.Reporting.Html.Charts;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Html;

/// <summary>Metrics with their limits: numbers, and the interval drawn against the limit that it decides.</summary>
internal static class MetricTable
{
    private const int Most = 60;

    /// <summary>The table; empty without rows.</summary>
    /// <param name="reading">The report.</param>
    /// <param name="name">What the table holds.</param>
    /// <param name="metrics">A row each.</param>
    /// <param name="ids">Names for the charts.</param>
    public static Markup Render(ReportReading reading, SafeText name, IReadOnlyList<MetricRow> metrics, PageIds ids)
    {
        if (metrics.Count == 0)
        {
            return Markup.Empty;
        }

        var level = TextPart.Number(Numbers.Percent(1 - (2 * reading.Report.Alpha)));
        var rows = Markup.Lines(metrics.Take(Most).Select(row => Row(row, reading.Models.Count > 1, ids)));
        Markup[] heads =
        [
            Head($"Outcome"),
            Head($"Metric"),
            Head($"{VersionWords.BaselineName(reading)} → now"),
            Head($"Change ({level} confidence)"),
            Head($"Interval and limit"),
            Head($"Allowed"),
        ];
        Markup table = $"""
            <table class="metrics"><caption>{name}</caption>
            <thead><tr>{Markup.Lines(heads)}</tr></thead>
            <tbody>
            {rows}
            </tbody></table>
            """;
        var left =
            metrics.Count > Most
                ? Markup.From(
                    $"\n<p class=\"left\">{(long)(metrics.Count - Most)} of {(long)metrics.Count} metrics and segments are not in this "
                        + $"table; report.json has all.</p>"
                )
                : Markup.Empty;
        return $"{Figure.Scroll(name, table)}{left}";
    }

    private static Markup Head(SafeText name) => $"<th scope=\"col\">{name}</th>";

    // The interval of the limit that is broken; where none is, that of the change.
    private static Markup Row(MetricRow row, bool named, PageIds ids)
    {
        SafeText whose = named ? SafeText.From($"{TextPart.Name(row.Model.Name ?? row.Model.Text)} ") : SafeText.Empty;
        var broken = row.Findings.Where(finding => finding.Counts && finding.Evidence?.Interval is not null);
        var drawn = broken.OrderByDescending(finding => finding.Evidence!.Limit?.Kind.IsOfChange == true).FirstOrDefault() ?? row.Shown;
        return $"<tr><td>{FindingMarkup.Mark(row.Worst)}</td><th scope=\"row\">{whose}{row.Name}</th>"
            + $"<td>{row.Values}</td><td>{row.Change}</td>"
            + $"<td class=\"strip\">{IntervalStrip.Render(drawn, ids)}</td><td class=\"words\">{row.Allowed}</td></tr>";
    }
}
