using System.Text.Json.Serialization;
using MlGate.Findings;
using MlGate.Plots;
using MlGate.Versions;

namespace MlGate.Reports;

/// <summary>What is reported of a model.</summary>
public sealed record ModelPart : ArtifactPart
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override GateSection Section => GateSection.Models;

    /// <summary>For a model with limits since the anchor: its version there; else null, and where it could not be read.</summary>
    public ArtifactVersion? Anchor { get; init; }

    /// <summary>The commit of the anchor; null without <see cref="Anchor"/>.</summary>
    public Baseline? AnchorCommit { get; init; }

    /// <summary>For a model whose lock says what it was trained from: that, and what it is now; else null.</summary>
    public ReportedTraining? Training { get; init; }

    /// <summary>Id of the dataset that it is tested on, <c>datasets.test</c>; null where that is not known.</summary>
    public CheckId? Test { get; init; }

    /// <summary>
    /// Id of its primary metric, <c>models.churn.metrics.auc</c>, which a summary shows even when it passes; null without metrics.
    /// </summary>
    public CheckId? Primary { get; init; }

    /// <summary>Curves, flips and importance; null where there are none.</summary>
    public ModelPlots? Picture { get; init; }

    internal override VersionPair? Find(JudgedArtifact judged) =>
        judged switch
        {
            { Versions: JudgedVersions.AgainstAnchor } when judged.Artifact == Id && Anchor is not null => VersionPair.From(
                Anchor,
                Candidate
            ),
            { Versions: JudgedVersions.AgainstTraining } when judged.Artifact == Id => VersionPair.From(Training?.Model, Candidate),
            { Versions: JudgedVersions.AgainstTraining } => Training?.Reads.FirstOrDefault(read => read.Id == judged.Artifact) is { } read
                ? VersionPair.From(read.Then, read.Now)
                : null,
            _ => base.Find(judged),
        };
}
