using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Waivers;

/// <summary>The checks of a report whose results can be accepted.</summary>
public static class AcceptableChecks
{
    /// <summary>Ids of the checks that fail and can be accepted, or that are accepted already, in the order of the report.</summary>
    public static IReadOnlyList<string> In(Report report) =>
        Ids(report, finding => finding.IsWaivable || finding.Outcome == Outcome.Waived);

    /// <summary>The ids that a word names: the check of exactly that id, else the acceptable ones that begin or end with it.</summary>
    /// <param name="report">What a run said.</param>
    /// <param name="word">An id, or the beginning or the end of one.</param>
    public static IReadOnlyList<string> Find(Report report, string word) =>
        report.Findings.Any(finding => finding.Id == word)
            ? [word]
            : [.. In(report).Where(id => id.StartsWith(word, StringComparison.Ordinal) || id.EndsWith(word, StringComparison.Ordinal))];

    private static List<string> Ids(Report report, Func<Finding, bool> condition) =>
        [.. report.Findings.Where(condition).Select(finding => finding.Id).Distinct(StringComparer.Ordinal)];
}
