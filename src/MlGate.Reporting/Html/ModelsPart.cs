using MlGate.Findings;
using MlGate.Plots;
using MlGate.Reporting.Html.Charts;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Html;

/// <summary>Each model: its curves before and after, its flips, segments, importance and history.</summary>
internal static class ModelsPart
{
    public static Markup Render(ReportReading reading, PageIds ids, PageBudget budget)
    {
        // Models that stop the build come first: they must not be those that are left out.
        var blocked = reading.Blocking.Select(finding => finding.Id).ToList();
        var drawable = reading
            .Models.Select(model => (Model: model, Body: Body(reading, model, ids)))
            .Where(model => model.Body.Length > 0)
            .OrderBy(model => !blocked.Exists(id => Owns(model.Model, id)))
            .ToList();
        if (drawable.Count == 0)
        {
            return Markup.Empty;
        }

        var parts = budget.Take(
            drawable.Select(model =>
                (Markup)$"<h3>{TextPart.Name(model.Model.Id.Text)} <small>{Rows(model.Model)}</small></h3>\n{model.Body}"
            )
        );
        var left = drawable.Count - parts.Count;
        var note =
            left == 0
                ? Markup.Empty
                : Markup.From(
                    $"\n<p class=\"left\">{(long)left} of {(long)drawable.Count} models are not drawn for want of room; their "
                        + $"findings are listed; report.json has the rest.</p>"
                );
        return $"""
            <section aria-labelledby="models">
            <h2 id="models">Models</h2>
            {Markup.Lines(parts)}{note}
            </section>
            """;
    }

    private static Markup Body(ReportReading reading, ModelPart model, PageIds ids)
    {
        var findings = Measured(reading.Report, model).ToList();
        var segments = findings.Where(finding => finding.Id.Segment is not null).ToList();
        var figures = Figures(reading.Report, model, findings, ids);
        Markup folded =
            figures.Length > 0 && IsUnchanged(model)
                ? Markup.From($"<details class=\"list\"><summary>Charts: the model did not change</summary>\n{figures}\n</details>")
                : figures;
        return Markup.Lines(new[] { folded, SegmentsPart.Render(reading, model, segments, ids) }.Where(part => part.Length > 0));
    }

    private static bool IsUnchanged(ModelPart model) => model is { Candidate: { } now, Baseline: { } before } && now.IsContentOf(before);

    private static Markup Figures(Report report, ModelPart model, IReadOnlyList<Finding> findings, PageIds ids)
    {
        var picture = model.Picture ?? new ModelPlots();
        List<Markup> figures = [];
        if (picture.Roc is { } roc)
        {
            figures.Add(CurveCharts.Roc(roc).Render(ids));
        }

        if (picture.PrecisionRecall is { } precision)
        {
            figures.Add(CurveCharts.PrecisionRecall(precision).Render(ids));
        }

        if (picture.Reliability is { } reliability)
        {
            figures.Add(ReliabilityChart.Render(reliability, 1 - (2 * report.Alpha)).Render(ids));
        }

        if (picture.Flips is { } flips)
        {
            figures.Add(FlipChart.Render(flips, ids));
        }

        if (picture.Importance is { Count: > 0 } importance)
        {
            figures.Add(ImportanceChart.Render(importance).Render(ids));
        }

        var histories = report.History?.FirstOrDefault(history => history.Model == model.Id)?.Metrics ?? [];
        figures.AddRange(
            histories
                .Where(history => history.Values.Count > 0)
                .Select(history => HistoryChart.Render(history, Now(findings, history.Measure)).Render(ids))
        );
        return figures.Count == 0 ? Markup.Empty : $"<div class=\"figures\">\n{Markup.Lines(figures)}\n</div>";
    }

    private static IEnumerable<Finding> Measured(Report report, ModelPart model) =>
        report.Findings.Where(finding =>
            Owns(model, finding.Id) && finding.Evidence is { Measure: not null } and ({ Candidate: not null } or { Interval: not null })
        );

    private static double? Now(IReadOnlyList<Finding> findings, string measure) =>
        findings.FirstOrDefault(finding => finding.Evidence!.Measure == measure && finding.Id.Segment is null)?.Evidence!.Candidate;

    private static bool Owns(ModelPart model, CheckId id) => id != model.Id && id.IsIn(model.Id);

    private static SafeText Rows(ModelPart model) =>
        (model.Rows, model.Test) switch
        {
            ({ } rows, { } test) => $"on {rows} rows of {TextPart.Name(test.Text)}",
            ({ } rows, null) => $"on {rows} rows",
            _ => $"",
        };
}
