using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>Says which version was compared with which.</summary>
internal static class VersionWords
{
    /// <summary><c>models.churn: 3f9c1e2a → a81d07b4, 2,113 rows</c>.</summary>
    public static Phrase Of(ReportedArtifact artifact)
    {
        Phrase rows = artifact.Rows is { } known ? Phrase.Of($", {known} rows") : Phrase.Empty;
        Phrase versions = artifact switch
        {
            { Candidate: null, Baseline: null } => $"not readable",
            { Candidate: null, Baseline: { } before } => $"{Id(before.GitObjectId)} → not readable",
            { Candidate: { } now, Baseline: null } => $"{Id(now.GitObjectId)}, no baseline",
            { Candidate: { } now, Baseline: { } before } when now.IsContentOf(before) => $"{Id(now.GitObjectId)}, unchanged",
            _ => $"{Id(artifact.Baseline.GitObjectId)} → {Id(artifact.Candidate.GitObjectId)}",
        };
        return $"{Piece.Name(artifact.Id)}: {versions}{rows}";
    }

    /// <summary>The baseline's commit and why it was taken; several only where artifacts differ. Null without any.</summary>
    public static Phrase? Baseline(ReportReading reading)
    {
        var commits = reading.Report.Artifacts.Select(artifact => artifact.BaselineCommit).OfType<Versions.Baseline>().Distinct().ToList();
        return commits.Count == 0
            ? null
            : Phrase.Of(
                $"baseline: {Phrase.Join("; ", commits.Select(commit => (Phrase)$"commit {Id(commit.Commit)} ({Piece.Text(commit.How)})"))}"
            );
    }

    private static Piece Id(string id) => Piece.Name(LeadSentence.Short(id));
}
