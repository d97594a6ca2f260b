using MlGate.Findings;
using MlGate.Reporting.Html.Charts;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Html;

/// <summary>A forest of intervals per metric and kind of limit, and the same numbers as a table.</summary>
internal static class SegmentsPart
{
    private const int MostCharts = 6;

    public static Markup Render(ReportReading reading, ModelPart model, IReadOnlyList<Finding> segments, PageIds ids)
    {
        if (segments.Count == 0)
        {
            return Markup.Empty;
        }

        var groups = segments.GroupBy(finding => (finding.Evidence!.Measure, finding.Evidence.Limit?.Kind)).ToList();
        var drawn = groups.Take(MostCharts).Select(group => Forest(model, group.Key.Measure!, [.. group.OrderBy(Margin)], ids)).ToList();
        var left = segments.Count - drawn.Sum(one => one.Rows);
        var note =
            left == 0
                ? Markup.Empty
                : Markup.From(
                    $"\n<p class=\"left\">{(long)left} of {(long)segments.Count} limits on segments are not drawn; each is a finding "
                        + $"above or below.</p>"
                );
        return $"""
            <h4>Segments</h4>
            {Markup.Lines(drawn.Select(one => one.Chart))}{note}
            <details class="numbers"><summary>Numbers: segments</summary>
            {MetricTable.Render(
                reading,
                $"Metrics of segments",
                [.. reading.Metrics.Where(row => row.Model == model.Id && row.Segment is not null)],
                ids
            )}
            </details>
            """;
    }

    private static (Markup Chart, int Rows) Forest(ModelPart model, string measure, IReadOnlyList<Finding> findings, PageIds ids)
    {
        var shown = findings.Take(ForestChart.Most).Select(finding => (finding.Id.Segment!, finding)).ToList();
        var limit = findings[0].Evidence!.Limit is { } declared ? SafeText.From($" ({TextPart.Text(declared.Kind.Key)})") : SafeText.Empty;
        return (ForestChart.Render($"{TextPart.Text(measure)}{limit}", shown).Render(ids, wide: true), shown.Count);
    }

    // How far the estimate stays inside of its limit; broken limits come first.
    private static double Margin(Finding finding) =>
        LimitZone.From(finding.Evidence!) switch
        {
            { Value: { } value, Below: { } end } => value - end,
            { Value: { } value, Above: { } end } => end - value,
            { Value: { } value } => value,
            _ => double.PositiveInfinity,
        };
}
