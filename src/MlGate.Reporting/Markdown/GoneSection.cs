using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>The checks that a pull request takes away: loud, because what is not checked any more cannot fail.</summary>
internal static class GoneSection
{
    public static MarkdownSection? Render(ReportReading reading)
    {
        if (PreviewWords.Gone(reading) is not { } title)
        {
            return null;
        }

        return new(
            1,
            "checks that would be removed",
            MarkdownText.From(
                $"⚠️ **{title}:** {PreviewWords.GoneNames(reading.Report)}. The old checks still apply to this "
                    + $"{TextPart.Own(reading.Change.Long)}, but "
                    + $"not after the merge."
            ),
            MarkdownText.From($"⚠️ **{title}.**")
        );
    }
}
