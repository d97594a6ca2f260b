using MlGate.Reports;

namespace MlGate.Reporting.Wording;

/// <summary>Says which version was compared with which.</summary>
internal static class VersionWords
{
    /// <summary><c>models.churn: 3f9c1e2a → a81d07b4, 2,113 rows</c>.</summary>
    public static SafeText For(ArtifactPart artifact)
    {
        SafeText rows = artifact.Rows is { } known ? SafeText.From($", {known} rows") : SafeText.Empty;
        SafeText versions = artifact switch
        {
            { Candidate: null, Baseline: null } => $"not readable",
            { Candidate: null, Baseline: { } before } => $"{Id(before.GitObjectId)} → not readable",
            { Candidate: { } now, Baseline: null } => $"{Id(now.GitObjectId)}, no baseline",
            { Candidate: { } now, Baseline: { } before } when now.IsContentOf(before) => $"{Id(now.GitObjectId)}, unchanged",
            _ => $"{Id(artifact.Baseline.GitObjectId)} → {Id(artifact.Candidate.GitObjectId)}",
        };
        return $"{TextPart.Name(artifact.Id.Text)}: {versions}{rows}";
    }

    /// <summary>The baseline's commit and why it was taken; several only where artifacts differ. Null without any.</summary>
    public static SafeText? Baseline(ReportReading reading)
    {
        var commits = reading.Report.Artifacts.Select(artifact => artifact.BaselineCommit).OfType<Versions.Baseline>().Distinct().ToList();
        var named = commits.Select(commit => (SafeText)$"commit {Id(commit.Commit)} ({TextPart.Text(commit.How)})");
        return commits.Count == 0 ? null : SafeText.From($"baseline: {SafeText.Join("; ", named)}");
    }

    private static TextPart Id(string id) => TextPart.Name(LeadSentence.Short(id));
}
