using MlGate.Findings;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Reporting.Wording;

/// <summary>Says how far the baseline lies behind the branch that the work will be merged into.</summary>
internal static class BehindWords
{
    private const int Most = 3;

    /// <summary><c>The baseline is 14 commits behind origin/main</c>.</summary>
    public static SafeText Commits(Behind behind) =>
        $"The baseline is {behind.Commits} {new TextPart(TextPartKind.Words, behind.Commits == 1 ? "commit" : "commits")} behind "
        + $"{TextPart.Name(behind.Branch)}";

    /// <summary>What it means: whether anything that was compared is another there by now.</summary>
    public static SafeText Meaning(Behind behind) =>
        behind.Changed.Count == 0
            ? SafeText.From($"no dataset or model of this gate has changed there since")
            : SafeText.From(
                $"{Names(behind.Changed)} {new TextPart(TextPartKind.Words, behind.Changed.Count == 1 ? "has" : "have")} changed there "
                    + $"since; update the branch to compare with the current version"
            );

    /// <summary>All of it in one sentence, without its full stop; null where the report knows of no lag.</summary>
    public static SafeText? For(Report report) =>
        report.Behind is not { } behind ? null
        : behind.Changed.Count == 0 ? SafeText.From($"{Commits(behind)}; {Meaning(behind)}")
        : SafeText.From($"{Commits(behind)}, and {Meaning(behind)}");

    private static SafeText Names(IReadOnlyList<CheckId> ids)
    {
        var names = SafeText.Join(", ", ids.Take(Most).Select(id => (SafeText)$"{TextPart.Name(id.Text)}"));
        return ids.Count > Most ? $"{names} and {(long)(ids.Count - Most)} more" : names;
    }
}
