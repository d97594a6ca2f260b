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

    /// <summary>Why the one baseline was taken, where its commit stands elsewhere; the same as above where there are several.</summary>
    public static SafeText? BaselineReason(ReportReading reading) =>
        reading.Report.Artifacts.Select(artifact => artifact.BaselineCommit).OfType<Versions.Baseline>().Distinct().ToList() is [var only]
        && reading.Report.Commit is not null
            ? SafeText.From($"baseline: {TextPart.Text(only.How)}")
            : Baseline(reading);

    /// <summary>What the candidate is compared with, in a word: <c>main</c>; <c>baseline</c> where artifacts differ.</summary>
    public static TextPart BaselineName(ReportReading reading)
    {
        var refs = reading
            .Report.Artifacts.Select(artifact => artifact.BaselineCommit)
            .OfType<Versions.Baseline>()
            .Select(NameOf)
            .Distinct();
        return refs.ToList() is [{ } only] ? TextPart.Text(CleanText.From(only, CleanText.NameCap)) : TextPart.Text("baseline");
    }

    /// <summary>How the number of rows of a dataset went, in brackets; empty where it is not known.</summary>
    public static SafeText RowsOf(Report report, DatasetPart dataset)
    {
        var before = RowsBefore(report, dataset);
        return (before, dataset.Rows) switch
        {
            ({ } was, { } now) => $" ({TextPart.Number(Numbers.Count(was) + " → " + Numbers.Count(now))} rows)",
            (null, { } now) when !dataset.Candidate!.IsContentOf(dataset.Baseline) => $" ({now} rows)",
            _ => SafeText.Empty,
        };
    }

    /// <summary>The rows of a dataset's baseline; null where they are the same, or where no check tells them.</summary>
    public static long? RowsBefore(Report report, DatasetPart dataset) =>
        (long?)
            report
                .Findings.FirstOrDefault(finding =>
                    finding.Evidence is { Measure: "rows", Baseline: not null } && finding.Id.IsIn(dataset.Id)
                )
                ?.Evidence!.Baseline
            is { } before
        && before != dataset.Rows
            ? before
            : null;

    // The commit itself tells a reader less than the word.
    private static string? NameOf(Versions.Baseline baseline) =>
        baseline.Ref == baseline.Commit || baseline.Ref == "HEAD" ? null
        : baseline.Ref.StartsWith("origin/", StringComparison.Ordinal) ? baseline.Ref["origin/".Length..]
        : baseline.Ref;

    private static TextPart Id(string id) => TextPart.Name(LeadSentence.Short(id));
}
