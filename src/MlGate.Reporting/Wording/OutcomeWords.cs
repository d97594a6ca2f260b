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
            { Outcome: Outcome.Passed } => new("✅", "Pass", false),
            { Outcome: Outcome.Waived } => new("🟡", "Waived", false),
            { Outcome: Outcome.NoBaseline } => new("🆕", "No baseline", finding.Counts),
            { Outcome: Outcome.NotComparable } => new("❔", "Not comparable", finding.Counts),
            { Outcome: Outcome.NotMeasured } => new("💥", "Not measured", finding.Counts),
            { Outcome: Outcome.Inconclusive, Evidence.Leaning: Leaning.Worse } => new(
                finding.Counts ? "❔" : "⚠️",
                "Inconclusive, beyond the limit",
                finding.Counts
            ),
            { Outcome: Outcome.Inconclusive, Evidence.Leaning: Leaning.Fine } => new("❔", "Inconclusive, within the limit", finding.Counts),
            { Outcome: Outcome.Inconclusive } => new("❔", "Inconclusive", finding.Counts),
            { Severity: Severity.Error } => new("❌", "Fail", true),
            { Severity: Severity.Warn } => new("⚠️", "Warn", false),
            _ => new("ℹ️", "Info", false),
        };
}
