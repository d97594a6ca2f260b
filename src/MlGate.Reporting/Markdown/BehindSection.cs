using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>That the baseline is not what is on the branch by now.</summary>
internal static class BehindSection
{
    public static MarkdownSection? Render(ReportReading reading)
    {
        if (reading.Report.Behind is not { } behind || BehindWords.For(reading.Report) is not { } sentence)
        {
            return null;
        }

        var icon = behind.Changed.Count == 0 ? "ℹ️" : "⚠️";
        return new(
            1,
            "age of the baseline",
            $"{icon} {MarkdownText.From(sentence)}.",
            $"{icon} {MarkdownText.From(BehindWords.Commits(behind))}."
        );
    }
}
