using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>The checks that a pull request takes away: loud, because what is not checked any more cannot fail.</summary>
internal static class GoneSection
{
    public static MarkdownSection? Of(ReportReading reading)
    {
        if (PreviewWords.Gone(reading.Report) is not { } title)
        {
            return null;
        }

        return new(
            1,
            "checks that would be gone",
            MarkdownText.Of(
                $"⚠️ **{title}:** {PreviewWords.GoneNames(reading.Report)}. What was there before still judges this pull request, and "
                    + $"no later one."
            ),
            MarkdownText.Of($"⚠️ **{title}.**")
        );
    }
}
