using MlGate.Findings;

namespace MlGate.Reporting.Wording;

/// <summary>Counts findings in words: <c>2 fail, 1 inconclusive, 9 pass</c>.</summary>
internal static class OutcomeCounts
{
    /// <summary>The counts, the worst first.</summary>
    public static SafeText Format(IEnumerable<Finding> findings)
    {
        var groups = findings.GroupBy(Words).OrderBy(group => group.Key.Order).ToList();
        return SafeText.Join(
            " · ",
            groups.Select(group => (SafeText)$"{(long)group.Count()} {new TextPart(TextPartKind.Words, group.Key.Words)}")
        );
    }

    /// <summary>The same of those that are not shown: <c>all passed</c> where there is one kind.</summary>
    public static SafeText OfRest(IReadOnlyList<Finding> findings) =>
        findings.Count > 1 && findings.Select(Words).Distinct().ToList() is [var only]
            ? SafeText.From($"all {new TextPart(TextPartKind.Words, only.Words)}")
            : Format(findings);

    private static (int Order, string Words) Words(Finding finding) =>
        finding switch
        {
            { Outcome: Outcome.Passed } => (9, "passed"),
            { Outcome: Outcome.Waived } => (8, "waived"),
            { Outcome: Outcome.NotMeasured } => (0, "not measured"),
            { Outcome: Outcome.Failed, Severity: Severity.Error } => (1, "failed"),
            { Outcome: Outcome.Failed, Severity: Severity.Warn } => (3, "warned"),
            { Outcome: Outcome.Failed } => (7, "for information"),
            { Outcome: Outcome.NotComparable } => (2, "not comparable"),
            { Outcome: Outcome.Inconclusive, Evidence.Leaning: Leaning.Worse } => (4, "inconclusive, beyond the limit"),
            { Outcome: Outcome.Inconclusive, Evidence.Leaning: Leaning.Fine } => (6, "inconclusive, within the limit"),
            { Outcome: Outcome.Inconclusive } => (5, "inconclusive"),
            _ => (6, "without a baseline"),
        };
}
