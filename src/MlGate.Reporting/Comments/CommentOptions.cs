using MlGate.Reporting.Markdown;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Comments;

/// <summary>What a comment says beyond the report, where continuous integration knows it; all null at home.</summary>
internal sealed record CommentOptions
{
    /// <summary>Number of the run.</summary>
    public long? Run { get; init; }

    /// <summary>Which try of the run, from 1.</summary>
    public int? Try { get; init; }

    /// <summary>When the run was, UTC; null for when the report was written.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What the comment said before; null for the first.</summary>
    public CommentState? Previous { get; init; }

    /// <summary>Does the host draw charts that are written in Mermaid's language? Where it does not, none is written.</summary>
    public bool DrawsMermaid { get; init; }

    /// <summary>What the host calls a change.</summary>
    public ChangeWords Change { get; init; } = ChangeWords.PullRequest;

    /// <summary>Addresses of the repository; null where its host is not known.</summary>
    public IRepositoryLinks? Links { get; init; }

    /// <summary>Where the full report is; only http and https are shown.</summary>
    public Uri? FullReport { get; init; }

    /// <summary>Where the run's log is; only http and https are shown.</summary>
    public Uri? RunLog { get; init; }
}
