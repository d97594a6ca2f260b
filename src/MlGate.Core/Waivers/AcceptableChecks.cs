using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Waivers;

/// <summary>The checks of a report whose results can be accepted.</summary>
public static class AcceptableChecks
{
    /// <summary>Ids of the checks that fail and can be accepted, or that are accepted already, in the order of the report.</summary>
    public static IReadOnlyList<CheckId> In(Report report) =>
        Ids(report, finding => finding.IsWaivable || finding.Outcome == Outcome.Waived);

    /// <summary>
    /// The ids that a word names: the check of exactly that id, with or without its quotes; else the acceptable ones that begin or end with
    /// it.
    /// </summary>
    /// <param name="report">What a run said.</param>
    /// <param name="word">An id, or the beginning or the end of one.</param>
    public static IReadOnlyList<CheckId> Find(Report report, string word)
    {
        var exact = Ids(report, finding => finding.Id.Text == word) is { Count: > 0 } same
            ? same
            : Ids(report, finding => finding.Id.Plain == word);
        return exact.Count > 0 ? exact : [.. In(report).Where(id => Fits(id.Text, word) || Fits(id.Plain, word))];
    }

    private static bool Fits(string id, string word) =>
        id.StartsWith(word, StringComparison.Ordinal) || id.EndsWith(word, StringComparison.Ordinal);

    private static List<CheckId> Ids(Report report, Func<Finding, bool> condition) =>
        [.. report.Findings.Where(condition).Select(finding => finding.Id).Distinct()];
}
