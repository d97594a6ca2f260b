using MlGate.Reporting.Markdown;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Comments;

/// <summary>
/// The comment of a gate that has no report: it is being measured, or its run died. Without marker and state, which publishing adds.
/// </summary>
internal static class UnmeasuredComment
{
    private const string Measuring = "## ⏳ Gate ";
    private const string Rule = "\n\n---\n\n";

    /// <summary>Says that a commit is being measured, and keeps the older result below.</summary>
    /// <param name="gate">The gate's name.</param>
    /// <param name="sha">The commit.</param>
    /// <param name="before">The text of the comment that stands there; null for none.</param>
    public static string OfMeasuring(string gate, string sha, string? before)
    {
        var head = $"{Measuring}{MarkdownText.Name(gate)}: measuring {MarkdownText.Name(LeadSentence.Short(sha))} …";
        if (Older(before) is not { } older)
        {
            return $"{head}\n\nThe result will replace this text.\n";
        }

        // Its state stands above it: the last line of a comment is the state of the comment.
        var state = CommentState.Read(older);
        var (shown, line) = state is null
            ? (older, "")
            : (older[..older.LastIndexOf('\n')].TrimEnd('\n'), "\n\n" + older[(older.LastIndexOf('\n') + 1)..]);
        var whose =
            state?.Sha is not { } other ? "The result below is older."
            : other == sha ? "The result below is from an earlier run for this commit."
            : $"The result below is for the older commit {MarkdownText.Name(LeadSentence.Short(other))}.";
        return $"{head}\n\n{whose}{line}{Rule}{shown}\n";
    }

    /// <summary>Says that a run ended without a report.</summary>
    /// <param name="gate">The gate's name.</param>
    /// <param name="sha">The commit.</param>
    /// <param name="log">The run's log; null where it is not known.</param>
    public static string OfFailed(string gate, string sha, Uri? log)
    {
        var link = Links.From("log", log) is { } shown ? " See the " + shown + "." : "";
        var commit = MarkdownText.Name(LeadSentence.Short(sha));
        return $"""
            ## 💥 Gate {MarkdownText.Name(gate)} was not evaluated: the run ended without a report

            Nothing was evaluated for {commit}, so the check fails. This says nothing about the model.{link}

            """;
    }

    /// <summary>Which result a comment shows: that below, while a newer one is measured; null for none.</summary>
    public static CommentState? Shown(string? body) => Older(body) is { } older ? CommentState.Read(older) : null;

    // All but the marker; of a comment that says "measuring", what it keeps below.
    private static string? Older(string? body)
    {
        var text = body?.ReplaceLineEndings("\n").TrimEnd('\n');
        if (text is not null && text.StartsWith("<!-- mlgate:comment ", StringComparison.Ordinal))
        {
            text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        }

        if (text is null || !text.StartsWith(Measuring, StringComparison.Ordinal))
        {
            return text;
        }

        var rule = text.IndexOf(Rule, StringComparison.Ordinal);
        if (rule < 0)
        {
            return null;
        }

        // The last line is the state of the measuring.
        var (above, below) = (text[..rule], text[(rule + Rule.Length)..]);
        if (below.LastIndexOf('\n') is not (var end and > 0))
        {
            return null;
        }

        return CommentState.Read(above) is null ? below[..end] : below[..end].TrimEnd('\n') + above[above.LastIndexOf('\n')..];
    }
}
