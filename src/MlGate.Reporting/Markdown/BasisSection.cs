using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>Why the result can be believed, and how old its baseline is.</summary>
internal static class BasisSection
{
    public static MarkdownSection? Render(ReportReading reading, Headline headline)
    {
        List<string> lines = [];
        if (headline.Reason is { } reason)
        {
            lines.Add(MarkdownText.From(reason));
        }

        var behind = reading.Report.Behind;
        if (behind is not null && BehindWords.For(reading.Report) is { } sentence)
        {
            lines.Add($"{(behind.Changed.Count == 0 ? "ℹ️" : "⚠️")} {MarkdownText.From(sentence)}.");
        }

        return lines.Count == 0 ? null : new(1, "basis of the result", string.Join("\n\n", lines));
    }
}
