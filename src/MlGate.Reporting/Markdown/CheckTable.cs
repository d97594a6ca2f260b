using MlGate.Findings;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>The table that a reviewer reads: at most twelve rows, five columns, and a line that counts the rest.</summary>
internal static class CheckTable
{
    /// <summary>The two lines above every table of checks.</summary>
    public const string Heading = """
        | Check | Before → now | Change | 90 % interval (decisive) | Allowed |
        |:--|:-:|--:|:-:|:--|
        """;

    private const int Most = 12;
    private const string None = "–";

    public static MarkdownSection? Render(ReportReading reading)
    {
        var shown = reading.Notable.Take(Most).ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        // A row without numbers would be a sentence in a narrow cell beside four empty ones.
        var numbers = shown.Where(HasNumbers).ToList();
        var words = shown.Where(finding => !HasNumbers(finding)).ToLookup(finding => OutcomeWords.From(finding).Loud);
        var others = reading.Report.Findings.Except(shown, ReferenceEqualityComparer.Instance).Cast<Finding>().ToList();
        string?[] parts =
        [
            Sentences(words[true]),
            numbers.Count == 0 ? null : string.Join('\n', [HeadingFor(reading), .. numbers.Select(Row)]),
            Sentences(words[false]),
            others.Count == 0 ? null : MarkdownText.From($"*…and {(long)others.Count} more: {OutcomeCounts.OfRest(others)}.*"),
        ];
        var text = string.Join("\n\n", parts.OfType<string>());
        return new(
            2,
            "checks",
            text,
            MarkdownText.From($"*{(long)reading.Report.Findings.Count} checks: {OutcomeCounts.Format(reading.Report.Findings)}.*")
        );
    }

    /// <summary>The heading with the level that the report's intervals have.</summary>
    public static string HeadingFor(ReportReading reading) =>
        Heading.Replace("90 %", MarkdownText.Number(Numbers.Percent(1 - (2 * reading.Report.Alpha))), StringComparison.Ordinal);

    /// <summary>One row; what has no numbers says in words what was found.</summary>
    public static string Row(Finding finding)
    {
        var (words, figures) = (OutcomeWords.From(finding), FormattedEvidence.From(finding.Evidence));
        var found = figures.Any ? "" : ": " + MarkdownText.Sentence(finding.Found);
        var change = figures.Change is { } by ? MarkdownText.Number(by) : None;
        var allowed =
            LimitWords.For(finding.Evidence) is { } limit
                ? MarkdownText
                    .From(limit)
                    .Replace(" ≤ ", "\u00A0≤\u00A0", StringComparison.Ordinal)
                    .Replace(" ≥ ", "\u00A0≥\u00A0", StringComparison.Ordinal)
            : figures.Any ? MarkdownText.Sentence(finding.Expected)
            : None;

        // The statistic of a drift is not in the check's path.
        var measure =
            finding.Evidence is { Measure: { } statistic } evidence && evidence.Limit?.Kind == LimitKinds.Drift
                ? $" ({MarkdownText.Name(statistic)})"
                : "";
        var moved = words.Loud && figures.Change is not null ? $"**{change}**" : change;
        return $"| {Outcome(words)} · {MarkdownText.From($"{CheckLabel.For(finding)}")}{measure}{found} | {Values(figures)} | {moved} "
            + $"| {Interval(figures)} | {allowed} |";
    }

    private static bool HasNumbers(Finding finding) => FormattedEvidence.From(finding.Evidence).Any;

    private static string? Sentences(IEnumerable<Finding> findings) => findings.Any() ? string.Join('\n', findings.Select(Sentence)) : null;

    private static string Sentence(Finding finding)
    {
        var words = OutcomeWords.From(finding);
        return $"- {Outcome(words)} · {MarkdownText.From($"{CheckLabel.For(finding)}")}: {MarkdownText.Sentence(finding.Found)}";
    }

    private static string Outcome(OutcomeWords words) => $"{words.Icon} {(words.Loud ? $"**{words.Word}**" : words.Word)}";

    private static string Values(FormattedEvidence figures) =>
        figures switch
        {
            { Before: { } before, Now: { } now } => MarkdownText.Number($"{before} → {now}"),
            { Now: { } now } => MarkdownText.Number(now),
            _ => None,
        };

    private static string Interval(FormattedEvidence figures) =>
        (figures.Lower ?? figures.Upper) is null ? None : MarkdownText.Number($"{figures.Lower ?? "-∞"} … {figures.Upper ?? "∞"}");
}
