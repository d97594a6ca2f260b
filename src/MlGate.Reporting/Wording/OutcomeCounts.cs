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

    /// <summary>What did not pass, as a sentence: <c>2 of 14 checks fail, 1 warns</c>.</summary>
    public static SafeText Verbs(IReadOnlyList<Finding> notPassed, int all)
    {
        var groups = notPassed.GroupBy(Verb).OrderBy(group => group.Key.Order).ToList();
        return SafeText.Join(
            ", ",
            groups.Select(
                (group, at) =>
                    at == 0
                        ? SafeText.From($"{(long)group.Count()} of {(long)all} checks {TextPart.Own(Form(group))}")
                        : $"{(long)group.Count()} {TextPart.Own(Form(group))}"
            )
        );

        static string Form(IGrouping<(int Order, string One, string Many), Finding> group) =>
            group.Count() == 1 ? group.Key.One : group.Key.Many;
    }

    private static (int Order, string One, string Many) Verb(Finding finding) =>
        finding switch
        {
            { Outcome: Outcome.NotMeasured } => (0, "was not measured", "were not measured"),
            { Outcome: Outcome.Failed, Severity: Severity.Error } => (1, "fails", "fail"),
            { Outcome: Outcome.Failed, Severity: Severity.Warn } => (2, "warns", "warn"),
            { Outcome: Outcome.Inconclusive } => (3, "is inconclusive", "are inconclusive"),
            { Outcome: Outcome.Waived } => (4, "is waived", "are waived"),
            { Outcome: Outcome.NotComparable } => (5, "cannot be compared", "cannot be compared"),
            { Outcome: Outcome.NoBaseline } => (6, "has no baseline", "have no baseline"),
            _ => (7, "is for information", "are for information"),
        };

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
