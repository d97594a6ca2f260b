using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>The verdict as a heading, and what it leaves out as a paragraph.</summary>
internal static class HeadSection
{
    public static MarkdownSection Render(Headline headline)
    {
        var lead = headline.Lead is { } phrase ? "\n\n" + MarkdownText.From(phrase) : "";
        return new(0, "head", $"## {headline.Icon} {MarkdownText.From(headline.Title)}{lead}");
    }
}
