using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Markdown;

/// <summary>The job summary, and the body of a comment.</summary>
internal sealed class MarkdownRenderer : IReportRenderer
{
    public string Format => "markdown";

    public string Extension => "md";

    public string Render(Report report) => Render(report, MarkdownBudget.Summary);

    /// <summary>The summary in at most so many bytes of UTF-8.</summary>
    public static string Render(Report report, int bytes) => MarkdownBudget.Fit(Sections(new ReportReading(report)), bytes);

    private static List<MarkdownSection> Sections(ReportReading reading)
    {
        var headline = Headline.Of(reading);
        MarkdownSection?[] sections =
        [
            HeadSection.Of(headline, reading),
            GoneSection.Of(reading),
            PreviewSection.Of(reading),
            WaiversSection.Of(reading),
            VersionLine.Of(reading),
            BehindSection.Of(reading),
            CheckTable.Of(reading),
            HeadSection.Next(headline),
            LoosenedSection.Of(reading),
            DetailsSection.Of(reading),
            DataSection.Of(reading),
            VersionsSection.Of(reading),
            AcceptSection.Of(reading),
            AllChecksSection.Of(reading),
            FooterSection.Of(reading),
        ];
        return [.. sections.OfType<MarkdownSection>()];
    }
}
