using MlGate.Findings;
using MlGate.Reporting.Html.Charts;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Html;

/// <summary>Limits on a model's metrics: numbers, and each interval drawn against its margin.</summary>
internal static class MetricTable
{
    private const int Most = 60;

    /// <summary>The table; empty without findings.</summary>
    /// <param name="report">The report.</param>
    /// <param name="name">What the table holds.</param>
    /// <param name="findings">A row each.</param>
    /// <param name="ids">Names for the charts.</param>
    public static Markup Render(Report report, SafeText name, IReadOnlyList<Finding> findings, PageIds ids)
    {
        if (findings.Count == 0)
        {
            return Markup.Empty;
        }

        var level = TextPart.Number(Numbers.Percent(1 - (2 * report.Alpha)));
        var rows = Markup.Lines(findings.Take(Most).Select(finding => Row(finding, ids)));
        Markup table = $"""
            <table class="metrics"><caption>{name}</caption>
            <thead><tr><th scope="col">Outcome</th><th scope="col">Check</th><th scope="col">Before → now</th><th scope="col">Change</th><th scope="col">{level} interval (decisive)</th><th scope="col">Interval against limit</th><th scope="col">Allowed</th></tr></thead>
            <tbody>
            {rows}
            </tbody></table>
            """;
        var left =
            findings.Count > Most
                ? Markup.From(
                    $"\n<p class=\"left\">{(long)(findings.Count - Most)} more limits of {(long)findings.Count} are not in this "
                        + $"table; each is a finding above or below.</p>"
                )
                : Markup.Empty;
        return $"{Figure.Scroll(name, table)}{left}";
    }

    private static Markup Row(Finding finding, PageIds ids)
    {
        var figures = FormattedEvidence.From(finding.Evidence);
        SafeText allowed = LimitWords.For(finding.Evidence) ?? $"–";
        return $"<tr><td>{FindingMarkup.Mark(finding)}</td><th scope=\"row\">{CheckLabel.For(finding)}</th>"
            + $"<td>{FindingMarkup.Values(figures)}</td><td>{FindingMarkup.Change(figures)}</td><td>{FindingMarkup.Interval(figures)}</td>"
            + $"<td class=\"strip\">{IntervalStrip.Render(finding, ids)}</td><td class=\"words\">{allowed}</td></tr>";
    }
}
