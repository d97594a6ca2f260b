using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>A report for a reviewer in a hurry: verdict, what it means, all metrics, data, what to do; the rest is folded.</summary>
internal static class SummarySections
{
    /// <summary>The sections in their order; the first and the last are never dropped.</summary>
    public static List<MarkdownSection> From(ReportReading reading, Headline headline, SummaryOptions options)
    {
        var links = new PlaceLinks(reading.Report, options.Links);
        MarkdownSection?[] sections =
        [
            HeadSection.Render(headline),
            GoneSection.Render(reading),
            LoosenedSection.Render(reading),
            PreviewSection.Render(reading),
            WaiversSection.Render(reading),
            MetricSection.Render(reading, options),
            ChecksSection.Render(reading),
            BasisSection.Render(reading, headline),
            ActionSection.Render(reading, headline, options, links),
            DetailsSection.Render(reading, headline, links),
            options.History,
            options.ListedChecks > 0 ? AllChecksSection.Render(reading, options.ListedChecks) : null,
            VersionsSection.Render(reading, options),
            FooterSection.Render(reading, options, links),
        ];
        return [.. sections.OfType<MarkdownSection>()];
    }
}
