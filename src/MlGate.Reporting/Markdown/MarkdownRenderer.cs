using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Markdown;

/// <summary>The job summary.</summary>
internal sealed class MarkdownRenderer : IReportRenderer
{
    public string Format => "markdown";

    public string Extension => "md";

    public string Render(Report report) => Render(report, MarkdownBudget.Summary);

    /// <summary>The summary in at most so many bytes of UTF-8.</summary>
    /// <param name="report">All that is said.</param>
    /// <param name="bytes">Of UTF-8.</param>
    /// <param name="links">Addresses of the repository; null where its host is not known.</param>
    public static string Render(Report report, int bytes, IRepositoryLinks? links = null)
    {
        var reading = new ReportReading(report);
        var options = new SummaryOptions { ListedChecks = AllChecksSection.Most, Links = links };
        return MarkdownBudget.Fit(SummarySections.From(reading, Headline.From(reading), options), bytes);
    }
}
