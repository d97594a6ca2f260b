using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>How a finding's outcome is said: an icon and a word, because icons alone do not reach everybody.</summary>
/// <param name="Icon">For Markdown.</param>
/// <param name="Word">For everything.</param>
/// <param name="Loud">Does it stop the build?</param>
internal sealed record OutcomeWords(string Icon, string Word, bool Loud)
{
    /// <summary>The words of a finding.</summary>
    public static OutcomeWords From(Finding finding) =>
        finding switch
        {
            { Outcome: Outcome.Passed } => new("✅", "Passed", false),
            { Outcome: Outcome.Waived } => new("🟡", "Waived", false),
            { Outcome: Outcome.NoBaseline } => new("🆕", "No baseline", finding.Counts),
            { Outcome: Outcome.NotComparable } => new("❔", "Not comparable", finding.Counts),
            { Outcome: Outcome.NotMeasured } => new("💥", "Not measured", finding.Counts),
            { Outcome: Outcome.Inconclusive } => new("❔", "Inconclusive", finding.Counts),
            { Severity: Severity.Error } => new("❌", "Failed", true),
            { Severity: Severity.Warn } => new("⚠️", "Warning", false),
            _ => new("ℹ️", "Info", false),
        };

    /// <summary>Where a finding stands in a list: what stops a build first, what passed last.</summary>
    public static int OrderOf(Finding finding) =>
        finding switch
        {
            { Counts: true, Outcome: Outcome.Failed } => 0,
            { Counts: true } => 1,
            { Outcome: Outcome.Waived } => 2,
            { Outcome: Outcome.Passed } => 6,
            { Severity: Severity.Warn } => 3,
            { Outcome: Outcome.Inconclusive, Evidence.Leaning: Leaning.Worse } => 4,
            { Outcome: Outcome.NoBaseline } => 6,
            _ => 5,
        };
}
