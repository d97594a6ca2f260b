using MlGate.Findings;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Html;

/// <summary>The checks that hold, a row each.</summary>
internal static class PassedPart
{
    public static Markup Render(ReportReading reading, PageBudget budget)
    {
        if (reading.Passed.Count == 0)
        {
            return Markup.Empty;
        }

        var rows = budget.Take(reading.Passed.Select(finding => Row(reading.Report, finding)));
        var left = reading.Passed.Count - rows.Count;
        Markup note =
            left == 0
                ? Markup.Empty
                : Markup.From(
                    $"\n<p class=\"left\">{(long)left} of {(long)reading.Passed.Count} checks that pass are not shown for want of "
                        + $"of the size limit: report.json has all {(long)reading.Report.Findings.Count}.</p>"
                );
        if (rows.Count == 0)
        {
            return $"<section aria-labelledby=\"passed\">\n"
                + $"<h2 id=\"passed\">Passed <small>{(long)reading.Passed.Count} checks</small></h2>{note}\n</section>";
        }

        var checks = TextPart.Own(reading.Passed.Count == 1 ? "check" : "checks");
        return $"""
            <section aria-labelledby="passed">
            <h2 id="passed">Passed <small>{(long)reading.Passed.Count} {checks}</small></h2>
            <details class="list"{TextPart.Own(rows.Count <= 40 ? " open" : "")}><summary>All passed checks</summary>
            {Charts.Figure.Scroll($"Checks that pass", Table(rows))}
            </details>{note}
            </section>
            """;
    }

    private static Markup Table(IReadOnlyList<Markup> rows) =>
        $"""
            <table><thead><tr><th scope="col">Check</th><th scope="col">Found</th><th scope="col">Expected</th><th scope="col">Place</th></tr></thead>
            <tbody>
            {Markup.Lines(rows)}
            </tbody></table>
            """;

    private static Markup Row(Report report, Finding finding) =>
        $"<tr><th scope=\"row\">{CheckLabel.For(finding)}</th><td>{TextPart.Text(finding.Found)}</td>"
        + $"<td>{TextPart.Text(finding.Expected)}</td><td>{FindingMarkup.Place(report, finding)}</td></tr>";
}
