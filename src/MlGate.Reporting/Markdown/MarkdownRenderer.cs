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
        var headline = Headline.From(reading);
        MarkdownSection?[] sections =
        [
            HeadSection.Render(headline, reading),
            GoneSection.Render(reading),
            PreviewSection.Render(reading),
            WaiversSection.Render(reading),
            VersionLine.Render(reading),
            BehindSection.Render(reading),
            CheckTable.Render(reading),
            HeadSection.Next(headline),
            LoosenedSection.Render(reading),
            DetailsSection.Render(reading),
            DataSection.Render(reading),
            VersionsSection.Render(reading),
            AcceptSection.Render(reading),
            AllChecksSection.Render(reading),
            FooterSection.Render(reading),
        ];
        return [.. sections.OfType<MarkdownSection>()];
    }
}
