using System.Text.Json.Serialization;
using MlGate.Findings;
using MlGate.Plots;
using MlGate.Versions;

namespace MlGate.Reports;

/// <summary>What is reported of a dataset.</summary>
public sealed record DatasetPart : ArtifactPart
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override GateSection Section => GateSection.Datasets;

    /// <summary>
    /// For a test set that a pull request changes: the version that was there before, on which the models were evaluated; else null.
    /// </summary>
    public ArtifactVersion? Evaluated { get; init; }

    /// <summary>Distributions of the columns that drifted, at most <see cref="Distribution.Most"/>; null without drift.</summary>
    public IReadOnlyList<Distribution>? Distributions { get; init; }

    internal override VersionPair? Find(JudgedArtifact judged) =>
        judged.Artifact == Id && judged.Versions == JudgedVersions.TestRows
            ? VersionPair.From(null, Evaluated ?? Candidate)
            : base.Find(judged);
}
