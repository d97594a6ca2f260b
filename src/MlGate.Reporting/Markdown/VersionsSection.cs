using System.Text;
using MlGate.Reporting.Wording;
using MlGate.Reports;
using MlGate.Versions;

namespace MlGate.Reporting.Markdown;

/// <summary>Which version was compared with which, so that anyone can check what was measured, and how to repeat it.</summary>
internal static class VersionsSection
{
    private const int Most = 50;

    public static MarkdownSection? Render(ReportReading reading, SummaryOptions options)
    {
        var artifacts = reading.Report.Artifacts;
        if (artifacts.Count == 0)
        {
            return null;
        }

        var body = new StringBuilder();
        body.Append(
            $"| | {MarkdownText.From($"{VersionWords.BaselineName(reading)}")} | {options.Candidate} | Rows | Size |\n|:--|:--|:--|--:|--:|"
        );
        foreach (var artifact in artifacts.Take(Most))
        {
            body.Append('\n').Append(Row(artifact));
        }

        if (artifacts.Count > Most)
        {
            body.Append(MarkdownText.From($"\n\n*{(long)(artifacts.Count - Most)} more in the full report.*"));
        }

        if (VersionWords.BaselineReason(reading) is { } baseline)
        {
            body.Append("\n\n").Append(MarkdownText.From(baseline)).Append('.');
        }

        long changed = artifacts.Count(artifact => artifact is { Candidate: { } now, Baseline: { } before } && !now.IsContentOf(before));
        return new(
            4,
            "versions",
            Details.From("Versions", MarkdownText.From($"{changed} of {(long)artifacts.Count} changed"), body.ToString())
        );
    }

    private static string Row(ArtifactPart artifact)
    {
        var rows = artifact.Rows is { } count ? MarkdownText.Number(Numbers.Count(count)) : "–";
        var size = artifact switch
        {
            { Baseline: { } before, Candidate: { } now } when before.Size != now.Size =>
                $"{Numbers.Size(before.Size)} → {Numbers.Size(now.Size)}",
            { Candidate: { } now } => Numbers.Size(now.Size),
            _ => "–",
        };
        var isSame = artifact is { Baseline: { } old, Candidate: { } present } && present.IsContentOf(old);
        return $"| {MarkdownText.Name(artifact.Id.Text)} | {Id(artifact.Baseline)} | {(isSame ? "unchanged" : Id(artifact.Candidate))} | "
            + $"{rows} | {MarkdownText.Number(size)} |";
    }

    private static string Id(ArtifactVersion? version) =>
        version is null ? "–" : MarkdownText.Name(LeadSentence.Short(version.GitObjectId));
}
