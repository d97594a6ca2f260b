using MlGate.Findings;
using MlGate.Reporting.Html.Charts;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Html;

/// <summary>The datasets: rows, sizes, what changed; then each drifted column in both versions.</summary>
internal static class DataPart
{
    public static Markup Render(ReportReading reading, PageIds ids, PageBudget budget)
    {
        if (reading.Datasets.Count == 0)
        {
            return Markup.Empty;
        }

        var rows = budget.Share(0.5).Take(reading.Datasets.Select(Row));
        var known = reading
            .Datasets.SelectMany(dataset => dataset.Distributions ?? [])
            .Where(distribution => distribution.Bins.Count > 0)
            .ToList();
        var drawn = budget.Take(known.Select(distribution => DistributionChart.Render(distribution).Render(ids)));
        var drifted = reading.Report.Findings.Count(finding =>
            finding.Code == Diagnostics.ColumnDrifted.Code && finding.Outcome == Outcome.Failed
        );
        Markup table = $"""
            <table><caption>Datasets</caption>
            <thead><tr><th scope="col">Dataset</th><th scope="col">Rows</th><th scope="col">Size before → now</th><th scope="col">Content</th></tr></thead>
            <tbody>
            {Markup.Lines(rows)}
            </tbody></table>
            """;
        var more = Left(reading.Datasets.Count - rows.Count, "datasets");
        var moreDrift = Left(Math.Max(drifted, known.Count) - drawn.Count, "drifted columns");
        return $"""
            <section aria-labelledby="data">
            <h2 id="data">Data</h2>
            {Figure.Scroll($"Datasets", table)}{more}{Drift(drawn)}{moreDrift}
            </section>
            """;
    }

    private static Markup Drift(IReadOnlyList<Markup> drawn) =>
        drawn.Count == 0
            ? Markup.Empty
            : Markup.From($"\n<h3>Drifted columns</h3>\n<div class=\"figures\">\n{Markup.Lines(drawn)}\n</div>");

    private static Markup Left(int count, string what) =>
        count == 0
            ? Markup.Empty
            : Markup.From($"\n<p class=\"left\">{(long)count} {TextPart.Own(what)} are not drawn; see report.json.</p>");

    private static Markup Row(DatasetPart dataset)
    {
        SafeText size = dataset switch
        {
            { Baseline: { } before, Candidate: { } now } =>
                $"{TextPart.Number(Numbers.Size(before.Size) + " → " + Numbers.Size(now.Size))}",
            { Candidate: { } now } => $"{TextPart.Number(Numbers.Size(now.Size))}",
            _ => $"–",
        };
        var state = dataset switch
        {
            { Candidate: null } => "not readable",
            { Baseline: null } => "no baseline",
            _ => dataset.Candidate.IsContentOf(dataset.Baseline) ? "unchanged" : "changed",
        };
        SafeText rows = dataset.Rows is { } known ? (SafeText)$"{known}" : $"–";
        return $"<tr><th scope=\"row\">{TextPart.Name(dataset.Id.Text)}</th><td class=\"n\">{rows}</td><td "
            + $"class=\"n\">{size}</td><td>{TextPart.Own(state)}</td></tr>";
    }
}
