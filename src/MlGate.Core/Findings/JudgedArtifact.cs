namespace MlGate.Findings;

/// <summary>An artifact that a check judged: its result, and a waiver of it, hold for these versions only.</summary>
/// <param name="Artifact">Id of a dataset, a model or an input of the training: of a part of the report, or of an input in it.</param>
/// <param name="Versions">Which versions of it.</param>
public sealed record JudgedArtifact(CheckId Artifact, JudgedVersions Versions);

/// <summary>Which versions of an artifact a check judged.</summary>
public enum JudgedVersions
{
    /// <summary>The candidate alone.</summary>
    Candidate,

    /// <summary>The rows that models are evaluated on: those of the target branch where a pull request changes a test set.</summary>
    TestRows,

    /// <summary>The candidate against the baseline.</summary>
    AgainstBaseline,

    /// <summary>The candidate against the anchor.</summary>
    AgainstAnchor,

    /// <summary>The candidate against what the model was trained from, or against what training wrote.</summary>
    AgainstTraining,
}
