using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>What a run knows of one artifact before anything is measured.</summary>
internal sealed record ArtifactState
{
    public required Artifact Artifact { get; init; }

    /// <summary>The candidate's bytes; null when they could not be read.</summary>
    public ArtifactBytes? Candidate { get; init; }

    /// <summary>The lock of the working tree; null when there is none that can be read.</summary>
    public LockRecord? Lock { get; init; }

    /// <summary>The commit to compare with; null without baseline.</summary>
    public Baseline? BaselineCommit { get; init; }

    /// <summary>The baseline's bytes; null without baseline.</summary>
    public ArtifactBytes? Baseline { get; init; }

    /// <summary>
    /// For a test set that the pull request changes: the bytes that were there before, on which the models are evaluated; else null.
    /// </summary>
    public ArtifactBytes? Before { get; init; }

    /// <summary>The bytes that models are evaluated on.</summary>
    public ArtifactBytes? Evaluated => Before ?? Candidate;

    /// <summary>True if the test set version for the evaluation is unknown.</summary>
    public bool EvaluationUnknown { get; init; }

    /// <summary>True if it is unknown whether there is a baseline, or its bytes are not readable.</summary>
    public bool BaselineUnknown { get; init; }

    /// <summary>What versions, lock and git had to say.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>True if the candidate may be evaluated. Bytes that differ from the lock are not evaluated.</summary>
    public bool Usable =>
        Candidate is not null
        && !Findings.Any(finding => finding.Counts && Diagnostics.Get(finding.Code).Exit is ExitCode.Integrity or ExitCode.Unsafe);
}
