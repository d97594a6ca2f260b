using MlGate.Reporting.Html.Charts;
using MlGate.Reporting.Html.Elements;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Html;

/// <summary>All metrics of all models, failures first; of the segments those that need attention.</summary>
internal static class MetricsPart
{
    public static Markup Render(ReportReading reading, PageIds ids)
    {
        var rows = reading.ShortMetrics().Shown;
        if (rows.Count == 0)
        {
            return Markup.Empty;
        }

        return $"""
            <section aria-labelledby="metrics">
            <h2 id="metrics">Metrics <small>{OutcomeCounts.Format(rows.Select(row => row.Worst))}</small></h2>
            {MetricTable.Render(reading, $"Metrics with their limits", rows, ids)}
            </section>
            """;
    }
}
