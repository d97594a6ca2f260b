using MlGate.Findings;
using MlGate.Reporting.Html.Charts;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Html;

/// <summary>The datasets: rows, sizes, what changed; then each drifted column in both versions.</summary>
internal static class DataPart
{
    private const int MostChanged = 100;

    public static Markup Render(ReportReading reading, PageIds ids, PageBudget budget)
    {
        if (reading.Datasets.Count == 0)
        {
            return Markup.Empty;
        }

        var rows = budget.Share(0.5).Take(reading.Datasets.Select(dataset => Row(reading.Report, dataset)));
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
            <thead><tr><th scope="col">Dataset</th><th scope="col">Rows</th><th scope="col">Size</th><th scope="col">Content</th></tr></thead>
            <tbody>
            {Markup.Lines(rows)}
            </tbody></table>
            """;
        var more = Left(reading.Datasets.Count - rows.Count, "datasets");
        var moreDrift = Left(Math.Max(drifted, known.Count) - drawn.Count, "drifted columns");
        return $"""
            <section aria-labelledby="data">
            <h2 id="data">Data</h2>
            {Figure.Scroll($"Datasets", table)}{more}{Changed(reading, budget.Share(0.3))}{Drift(drawn)}{moreDrift}
            </section>
            """;
    }

    // What is known of a column before and now: those that changed, failures first.
    private static Markup Changed(ReportReading reading, PageBudget budget)
    {
        var changed = reading
            .Report.Findings.Where(finding => finding.Id.Section == GateSection.Datasets && finding.Id.Path is ["columns", _, ..])
            .Where(finding => finding.Evidence is { Baseline: { } before, Candidate: { } now } && before != now)
            .OrderBy(OutcomeWords.OrderOf)
            .ToList();
        var rows = budget.Take(changed.Take(MostChanged).Select(Row));
        if (rows.Count == 0)
        {
            return Markup.Empty;
        }

        Markup table = $"""
            <table><caption>What changed in the columns</caption>
            <thead><tr><th scope="col">Outcome</th><th scope="col">Column</th><th scope="col">Before → now</th><th scope="col">Change</th><th scope="col">Allowed</th></tr></thead>
            <tbody>
            {Markup.Lines(rows)}
            </tbody></table>
            """;
        return Markup.From($"\n{Figure.Scroll($"Changed columns", table)}{Left(changed.Count - rows.Count, "changed columns")}");
    }

    private static Markup Row(Finding finding)
    {
        var figures = FormattedEvidence.From(finding.Evidence);
        SafeText allowed = LimitWords.For(finding.Evidence) ?? $"–";
        return $"<tr><td>{FindingMarkup.Mark(finding)}</td><th scope=\"row\">{CheckLabel.For(finding)}</th>"
            + $"<td>{FindingMarkup.Values(figures)}</td><td>{FindingMarkup.Change(figures)}</td><td>{allowed}</td></tr>";
    }

    private static Markup Drift(IReadOnlyList<Markup> drawn) =>
        drawn.Count == 0
            ? Markup.Empty
            : Markup.From($"\n<h3>Drifted columns</h3>\n<div class=\"figures\">\n{Markup.Lines(drawn)}\n</div>");

    private static Markup Left(int count, string what) =>
        count == 0
            ? Markup.Empty
            : Markup.From($"\n<p class=\"left\">{(long)count} {TextPart.Own(what)} are not drawn; see report.json.</p>");

    private static Markup Row(Report report, DatasetPart dataset)
    {
        SafeText size = dataset switch
        {
            { Baseline: { } before, Candidate: { } now } when before.Size != now.Size =>
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
        SafeText rows = dataset.Rows is { } known
            ? VersionWords.RowsBefore(report, dataset) is { } was
                ? $"{was} → {known}"
                : (SafeText)$"{known}"
            : $"–";
        return $"<tr><th scope=\"row\">{TextPart.Name(dataset.Id.Text)}</th><td class=\"n\">{rows}</td><td "
            + $"class=\"n\">{size}</td><td>{TextPart.Own(state)}</td></tr>";
    }
}
