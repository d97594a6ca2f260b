using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>The one thing to do next: the way out that the worst finding names, and where.</summary>
internal static class NextAction
{
    /// <summary>The action; null when there is nothing to do.</summary>
    public static SafeText? For(ReportForm form, ReportReading reading)
    {
        var first = reading.Worst ?? reading.WorstWarning;
        if (form == ReportForm.FirstMeasurement && reading.Warnings.Count == 0)
        {
            return null;
        }

        if (first is null && reading.Report.Waivers.FirstOrDefault(waiver => waiver.ExpiresSoon) is { } ending)
        {
            return $"Fix {TextPart.Name(ending.Check.Text)}, or accept it again: its waiver ends on {WaiverWords.Until(ending)}";
        }

        if (first is null)
        {
            return form == ReportForm.NothingMeasured
                ? (SafeText)$"Declare at least one limit in {TextPart.Name(reading.Report.GateFile)}"
                : null;
        }

        return For(first);
    }

    private static SafeText For(Finding finding) =>
        (finding.Fix, finding.Place) switch
        {
            ({ } fix, { } place) => $"{TextPart.Text(fix)} ({TextPart.Place(place)})",
            ({ } fix, null) => $"{TextPart.Text(fix)}",
            (null, { } place) when MetricRow.IsMetric(finding) =>
                $"Find out what changed in data, code or settings, or change the limit at {TextPart.Place(place)} in a reviewed commit",
            (null, { } place) => $"Fix it, or change the limit at {TextPart.Place(place)} in a reviewed commit",
            _ => $"See the page of {TextPart.Name(finding.Code)}",
        };
}
