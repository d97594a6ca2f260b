using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>What happened, in a heading and one bold sentence; and what to do next.</summary>
internal static class HeadSection
{
    public static MarkdownSection Render(Headline headline, ReportReading reading)
    {
        var aside = headline.Aside is { } phrase ? " " + MarkdownText.From(phrase) : "";
        return new(
            0,
            "head",
            $"""
            ## {headline.Icon} MlGate · {MarkdownText.Name(reading.Report.Gate)} — **{MarkdownText.From(headline.Title)}**

            **{MarkdownText.From(headline.Lead)}**{aside}
            """
        );
    }

    public static MarkdownSection? Next(Headline headline) =>
        headline.Next is { } next ? new(0, "what next", $"**What next** — {MarkdownText.From(next)}.") : null;
}
