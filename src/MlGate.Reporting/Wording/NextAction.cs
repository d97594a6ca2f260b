using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>The one thing to do next: the way out that the worst finding names, and where.</summary>
internal static class NextAction
{
    /// <summary>The action; null when there is nothing to do.</summary>
    public static Phrase? Of(ReportForm form, ReportReading reading)
    {
        var first = reading.Blocking.Concat(reading.Warnings).FirstOrDefault();
        if (form == ReportForm.FirstMeasurement && reading.Warnings.Count == 0)
        {
            return null;
        }

        if (first is null && reading.Report.Waivers.FirstOrDefault(waiver => waiver.ExpiresSoon) is { } ending)
        {
            return $"Fix {Piece.Name(ending.Check)}, or accept it again: its waiver ends on {WaiverWords.Until(ending)}";
        }

        if (first is null)
        {
            return form == ReportForm.NothingMeasured
                ? (Phrase)$"Declare at least one limit in {Piece.Name(reading.Report.GateFile)}"
                : null;
        }

        return Of(first);
    }

    private static Phrase Of(Finding finding) =>
        (finding.Fix, finding.Place) switch
        {
            ({ } fix, { } place) => $"{Piece.Text(fix)} ({Piece.Place(place)})",
            ({ } fix, null) => $"{Piece.Text(fix)}",
            (null, { } place) => $"Fix it, or change the limit at {Piece.Place(place)} and have it reviewed",
            _ => $"See the page of {Piece.Name(finding.Code)}",
        };
}
