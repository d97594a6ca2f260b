using MlGate.Findings;
using OxyPlot;

namespace MlGate.Reporting.Html.Charts;

/// <summary>An outcome's colour and style class; the word always stands beside it.</summary>
internal static class OutcomeColour
{
    /// <summary>In charts.</summary>
    public static OxyColor For(Finding finding) =>
        ClassOf(finding) switch
        {
            "bad" => ChartColour.Bad,
            "warn" => ChartColour.Warning,
            "good" => ChartColour.Good,
            _ => ChartColour.Quiet,
        };

    /// <summary>In the page.</summary>
    public static string ClassOf(Finding finding) =>
        finding switch
        {
            { Outcome: Outcome.Passed } => "good",
            { Outcome: Outcome.Waived } => "warn",
            { Counts: true, Outcome: Outcome.Inconclusive or Outcome.NoBaseline or Outcome.NotComparable } => "warn",
            { Counts: true } => "bad",
            { Severity: Severity.Warn } => "warn",
            _ => "quiet",
        };
}
