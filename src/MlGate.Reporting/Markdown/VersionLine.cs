using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Markdown;

/// <summary>Which version was compared with which, and on what: a line per model, at most three.</summary>
internal static class VersionLine
{
    private const int Most = 3;

    public static MarkdownSection? Of(ReportReading reading)
    {
        var artifacts = reading.Models.Count > 0 ? reading.Models : reading.Datasets;
        var lines = artifacts
            .Where(artifact => artifact.Candidate is not null)
            .Take(Most)
            .Select(artifact => MarkdownText.Of(Line(artifact, reading, artifacts.Count > 1)))
            .ToList();
        return lines.Count == 0 ? null : new(2, "versions compared", string.Join("  \n", lines));
    }

    private static Phrase Line(ReportedArtifact artifact, ReportReading reading, bool named)
    {
        Phrase name = named ? Phrase.Of($"{Piece.Name(artifact.Id)}: ") : Phrase.Empty;
        Phrase head = reading.Report.Commit is { } commit ? Phrase.Of($" (on {Id(commit)})") : Phrase.Empty;
        Phrase before = artifact switch
        {
            { Baseline: { } version, BaselineCommit: { } baseline } =>
                $"**Baseline** {Id(version.GitObjectId)} ({Piece.Text(baseline.How)}, {Id(baseline.Commit)}) → ",
            { Baseline: { } version } => $"**Baseline** {Id(version.GitObjectId)} → ",
            _ => $"No baseline → ",
        };
        Phrase test = artifact is { Test: { } tested, Rows: not null } ? Phrase.Of($" · tested on {Piece.Name(tested)}") : Phrase.Empty;
        Phrase rows = artifact.Rows is { } known ? Phrase.Of($", {known} rows") : Phrase.Empty;
        return $"{name}{before}**candidate** {Id(artifact.Candidate!.GitObjectId)}{head}{test}{rows}";
    }

    private static Piece Id(string id) => Piece.Name(LeadSentence.Short(id));
}
