using MlGate.Reporting.Wording;

namespace MlGate.Reporting.Markdown;

/// <summary>What a summary says beyond the report.</summary>
internal sealed record SummaryOptions
{
    /// <summary>What the candidate is called: <c>this PR</c>.</summary>
    public string Candidate { get; init; } = "now";

    /// <summary>Addresses of the repository; null where its host is not known.</summary>
    public IRepositoryLinks? Links { get; init; }

    /// <summary>Where the full report is; only http and https are shown.</summary>
    public Uri? FullReport { get; init; }

    /// <summary>Where the run's log is; only http and https are shown.</summary>
    public Uri? RunLog { get; init; }

    /// <summary>How the metrics went; null for nothing.</summary>
    public MarkdownSection? History { get; init; }

    /// <summary>Most checks that are listed one by one; 0 for none, because the full report has them.</summary>
    public int ListedChecks { get; init; }

    /// <summary>The last words of the footer; empty for none.</summary>
    public SafeText Footnote { get; init; } = SafeText.Empty;
}
