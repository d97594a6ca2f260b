using System.Text.Json.Serialization;
using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Reports;

/// <summary>The versions of a dataset or a model.</summary>
public abstract record ArtifactPart : ReportPart
{
    private protected ArtifactPart() { }

    /// <summary>As declared.</summary>
    [JsonPropertyOrder(-9)]
    public required string Path { get; init; }

    /// <summary>The candidate's version; null when it could not be read.</summary>
    [JsonPropertyOrder(-8)]
    public ArtifactVersion? Candidate { get; init; }

    /// <summary>The baseline's version; null without one.</summary>
    [JsonPropertyOrder(-7)]
    public ArtifactVersion? Baseline { get; init; }

    /// <summary>The commit of the baseline and why it was taken; null without one.</summary>
    [JsonPropertyOrder(-6)]
    public Baseline? BaselineCommit { get; init; }

    /// <summary>Rows of a dataset, evaluated rows of a model; null when not measured.</summary>
    [JsonPropertyOrder(-5)]
    public long? Rows { get; init; }

    internal override VersionPair? Find(JudgedArtifact judged) =>
        judged.Artifact != Id ? null
        : judged.Versions == JudgedVersions.AgainstBaseline ? VersionPair.From(Baseline, Candidate)
        : judged.Versions == JudgedVersions.Candidate ? VersionPair.From(null, Candidate)
        : null;
}
