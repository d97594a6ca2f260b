namespace MlGate.Publishing.GitHub;

// Octokit's own types refuse a whole answer for one unknown value of an enumeration, such as a new kind of user among a hundred comments.
// These hold what is needed and nothing else; its serialiser fills them by their names in snake_case.

/// <summary>A comment of a pull request.</summary>
internal sealed class CommentAnswer
{
    public long Id { get; set; }

    public string? NodeId { get; set; }

    public string? Body { get; set; }

    public UserAnswer? User { get; set; }
}

/// <summary>Who wrote something.</summary>
internal sealed class UserAnswer
{
    public long Id { get; set; }

    public string? Login { get; set; }

    public string? Type { get; set; }
}

/// <summary>A pull request.</summary>
internal sealed class PullAnswer
{
    public int Number { get; set; }

    public HeadAnswer? Head { get; set; }

    public BaseAnswer? Base { get; set; }

    public string? MergeCommitSha { get; set; }
}

/// <summary>Where a pull request leads to.</summary>
internal sealed class BaseAnswer
{
    public string? Ref { get; set; }

    public string? Sha { get; set; }
}

/// <summary>How one commit stands to another.</summary>
internal sealed class ComparisonAnswer
{
    public string? Status { get; set; }
}

/// <summary>What a run kept.</summary>
internal sealed class ArtifactsAnswer
{
    public List<ArtifactAnswer>? Artifacts { get; set; }
}

/// <summary>One artifact.</summary>
internal sealed class ArtifactAnswer
{
    public long Id { get; set; }

    public string? Name { get; set; }

    public long SizeInBytes { get; set; }

    public bool Expired { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }
}

/// <summary>One line beside a commit.</summary>
internal sealed class StatusAnswer
{
    public string? State { get; set; }

    public string? Description { get; set; }

    public string? TargetUrl { get; set; }

    public string? Context { get; set; }

    public UserAnswer? Creator { get; set; }
}

/// <summary>Where the commits of a pull request come from.</summary>
internal sealed class HeadAnswer
{
    public string? Sha { get; set; }

    public RepositoryAnswer? Repo { get; set; }
}

/// <summary>A repository.</summary>
internal sealed class RepositoryAnswer
{
    public string? FullName { get; set; }
}

/// <summary>A commit.</summary>
internal sealed class CommitAnswer
{
    public List<ParentAnswer>? Parents { get; set; }
}

/// <summary>What a commit follows.</summary>
internal sealed class ParentAnswer
{
    public string? Sha { get; set; }
}
