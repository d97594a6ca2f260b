using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>What happened, in a heading and one bold sentence; and what to do next.</summary>
internal static class HeadSection
{
    public static MarkdownSection Of(Headline headline, ReportReading reading)
    {
        var aside = headline.Aside is { } phrase ? " " + MarkdownText.Of(phrase) : "";
        return new(
            0,
            "head",
            $"""
            ## {headline.Icon} MlGate · {MarkdownText.Name(reading.Report.Gate)} — **{MarkdownText.Of(headline.Title)}**

            **{MarkdownText.Of(headline.Lead)}**{aside}
            """
        );
    }

    public static MarkdownSection? Next(Headline headline) =>
        headline.Next is { } next ? new(0, "what next", $"**What next** — {MarkdownText.Of(next)}.") : null;
}
