using System.Text;

using MlGate.Findings;
using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>The table that a reviewer reads: at most twelve rows, five columns, and a line that counts the rest.</summary>
internal static class CheckTable
{
    /// <summary>The two lines above every table of checks.</summary>
    public const string Heading = """
        | Check | Before → now | Change | 90 % interval, decides | Allowed |
        |:--|:-:|--:|:-:|:--|
        """;

    private const int Most = 12;
    private const string None = "–";

    public static MarkdownSection? Of(ReportReading reading)
    {
        var shown = reading.Notable.Take(Most).ToList();
        if (shown.Count == 0) return null;

        var text = new StringBuilder(HeadingFor(reading));
        foreach (var finding in shown)
        {
            text.Append('\n').Append(Row(finding));
        }

        var others = reading.Report.Findings.Except(shown, ReferenceEqualityComparer.Instance).Cast<Finding>().ToList();
        if (others.Count > 0) text.Append(MarkdownText.Of($"\n\n*…and {(long)others.Count} more: {OutcomeCounts.Of(others)}.*"));
        return new(2, "checks", text.ToString(), MarkdownText.Of($"*{(long)reading.Report.Findings.Count} checks: {OutcomeCounts.Of(reading.Report.Findings)}.*"));
    }

    /// <summary>The heading with the level that the report's intervals have.</summary>
    public static string HeadingFor(ReportReading reading) =>
        Heading.Replace("90 %", MarkdownText.Number(Numbers.Percent(1 - (2 * reading.Report.Alpha))), StringComparison.Ordinal);

    /// <summary>One row; what has no numbers says in words what was found.</summary>
    public static string Row(Finding finding)
    {
        var (words, figures) = (OutcomeWords.Of(finding), Figures.Of(finding.Evidence));
        var word = words.Loud ? $"**{words.Word}**" : words.Word;
        var found = figures.Any ? "" : ": " + MarkdownText.Sentence(finding.Found);
        var change = figures.Change is { } moved ? MarkdownText.Number(moved) : None;
        var allowed = LimitWords.Of(finding.Evidence) is { } limit ? MarkdownText.Of(limit).Replace(" ≤ ", " ≤\u00A0", StringComparison.Ordinal).Replace(" ≥ ", " ≥\u00A0", StringComparison.Ordinal) : figures.Any ? MarkdownText.Sentence(finding.Expected) : None;
        return $"| {words.Icon} {word} · {MarkdownText.Of($"{CheckLabel.Of(finding)}")}{found} | {Values(figures)} | {(words.Loud && figures.Change is not null ? $"**{change}**" : change)} | {Interval(figures)} | {allowed} |";
    }

    private static string Values(Figures figures) => figures switch
    {
        { Before: { } before, Now: { } now } => MarkdownText.Number($"{before} → {now}"),
        { Now: { } now } => MarkdownText.Number(now),
        _ => None,
    };

    private static string Interval(Figures figures) =>
        (figures.Lower ?? figures.Upper) is null ? None : MarkdownText.Number($"{figures.Lower ?? "-∞"} … {figures.Upper ?? "∞"}");
}
