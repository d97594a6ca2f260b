namespace MlGate.Publishing.Contexts;

/// <summary>What a run is about, on any server.</summary>
internal abstract record RunContext
{
    /// <summary>The commit that people see: the head of the pull request, never the merge commit that servers make of it.</summary>
    public required string HeadSha { get; init; }

    /// <summary>The run's id.</summary>
    public required long Run { get; init; }

    /// <summary>The run's attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>The run's own page; null where it is not known.</summary>
    public Uri? Page { get; init; }

    /// <summary>Is there a pull request, known or to be searched?</summary>
    public abstract bool HasPullRequest { get; }

    /// <summary>True for a run whose token may only read: of a pull request from a fork, or of Dependabot.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>True where the report comes from another run, whose author may be anyone.</summary>
    public bool IsSecondStep { get; init; }

    /// <summary>True where the measured commit comes from another repository, or from one that is gone.</summary>
    public bool IsFork { get; init; }

    /// <summary>
    /// May what a report says stand beside the commit, where branches are protected by it? The author of a fork wrote the code that was
    /// measured, if not the whole report.
    /// </summary>
    public bool MaySetStatus => !IsFork;
}
