using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Markdown;

/// <summary>Which version was compared with which, and on what: a line per model, at most three.</summary>
internal static class VersionLine
{
    private const int Most = 3;

    public static MarkdownSection? Render(ReportReading reading)
    {
        var artifacts = reading.Main;
        var lines = artifacts
            .Where(artifact => artifact.Candidate is not null)
            .Take(Most)
            .Select(artifact => MarkdownText.From(Line(artifact, reading, artifacts.Count > 1)))
            .ToList();
        return lines.Count == 0 ? null : new(2, "versions compared", string.Join("  \n", lines));
    }

    private static SafeText Line(ArtifactPart artifact, ReportReading reading, bool named)
    {
        SafeText name = named ? SafeText.From($"{TextPart.Name(artifact.Id.Text)}: ") : SafeText.Empty;
        SafeText head = reading.Report.Commit is { } commit ? SafeText.From($" (on {Id(commit)})") : SafeText.Empty;
        SafeText before = artifact switch
        {
            { Baseline: { } version, BaselineCommit: { } baseline } =>
                $"**Baseline** {Id(version.GitObjectId)} ({TextPart.Text(baseline.How)}, {Id(baseline.Commit)}) → ",
            { Baseline: { } version } => $"**Baseline** {Id(version.GitObjectId)} → ",
            _ => $"No baseline → ",
        };
        SafeText test = artifact is ModelPart { Test: { } tested, Rows: not null }
            ? SafeText.From($" · tested on {TextPart.Name(tested.Text)}")
            : SafeText.Empty;
        SafeText rows = artifact.Rows is { } known ? SafeText.From($", {known} rows") : SafeText.Empty;
        return $"{name}{before}**candidate** {Id(artifact.Candidate!.GitObjectId)}{head}{test}{rows}";
    }

    private static TextPart Id(string id) => TextPart.Name(LeadSentence.Short(id));
}
