using MlGate.Findings;
using MlGate.Publishing.Artifacts;
using MlGate.Publishing.Contexts;
using MlGate.Publishing.Jobs;
using MlGate.Reporting.Markdown;
using MlGate.Reporting.Wording;

namespace MlGate.Publishing.Servers;

/// <summary>Where this runs, and whom it can tell.</summary>
internal sealed record BuildServer
{
    /// <summary>Takes summary, annotations and outputs; null where there is no such thing.</summary>
    public IJob? Job { get; init; }

    /// <summary>What the run is about; null where it is not known.</summary>
    public RunContext? Context { get; init; }

    /// <summary>Takes comment, status and check run; null where it is not known.</summary>
    public IPullRequestHost? Host { get; init; }

    /// <summary>Gives what the measured run kept; null where there is no such thing.</summary>
    public IRunArtifacts? Artifacts { get; init; }

    /// <summary>Bytes of a comment.</summary>
    public int CommentBytes { get; init; } = MarkdownBudget.Comment;

    /// <summary>Does the host of the comment draw charts that are written in Mermaid's language?</summary>
    public bool DrawsMermaid { get; init; }

    /// <summary>What the host calls a change that waits to be merged.</summary>
    public ChangeWords Change { get; init; } = ChangeWords.PullRequest;

    /// <summary>Addresses of the repository's pages; null where its host is not known.</summary>
    public IRepositoryLinks? Links { get; init; }

    /// <summary>Why it is not known.</summary>
    public IReadOnlyList<Finding> Problems { get; init; } = [];
}
