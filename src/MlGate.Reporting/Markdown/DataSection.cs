using System.Text;
using MlGate.Findings;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Markdown;

/// <summary>What became of the data: rows, sizes, what changed.</summary>
internal static class DataSection
{
    public static MarkdownSection? Render(ReportReading reading)
    {
        if (reading.Datasets.Count == 0)
        {
            return null;
        }

        var body = new StringBuilder("| Dataset | Rows now | Size, before → now | |\n|:--|--:|:-:|:--|");
        foreach (var dataset in reading.Datasets)
        {
            body.Append('\n').Append(Row(dataset));
        }

        var checks = reading.Report.Findings.Where(finding => finding.Id.Section == GateSection.Datasets).ToList();
        var summary =
            checks.Count == 0 ? (SafeText)$"no checks are declared" : $"{(long)checks.Count} checks: {OutcomeCounts.OfRest(checks)}";
        return new(3, "data", Details.From("Data", MarkdownText.From(summary), body.ToString()));
    }

    private static string Row(DatasetPart dataset)
    {
        var size = dataset switch
        {
            { Baseline: { } before, Candidate: { } now } => $"{Numbers.Size(before.Size)} → {Numbers.Size(now.Size)}",
            { Candidate: { } now } => Numbers.Size(now.Size),
            _ => "–",
        };
        var state = dataset switch
        {
            { Candidate: null } => "not readable",
            { Baseline: null } => "no baseline",
            _ => dataset.Candidate.IsContentOf(dataset.Baseline) ? "unchanged" : "**changed**",
        };
        var rows = dataset.Rows is { } count ? MarkdownText.Number(Numbers.Count(count)) : "–";
        return $"| {MarkdownText.Name(dataset.Id.Text)} | {rows} | {MarkdownText.Number(size)} | {state} |";
    }
}
