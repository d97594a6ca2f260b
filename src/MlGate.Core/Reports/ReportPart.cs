using System.Text.Json.Serialization;
using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Reports;

/// <summary>
/// What a section of the gate file reports of one of its subjects, beside the findings. A closed set: one record per section, listed here
/// with the section's key.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "section")]
[JsonDerivedType(typeof(DatasetPart), "datasets")]
[JsonDerivedType(typeof(ModelPart), "models")]
public abstract record ReportPart
{
    private protected ReportPart() { }

    /// <summary>Id of the subject: <c>datasets.train</c>.</summary>
    [JsonPropertyOrder(-10)]
    public required CheckId Id { get; init; }

    /// <summary>The section of the gate file that it belongs to.</summary>
    [JsonIgnore]
    public abstract GateSection Section { get; }

    /// <summary>The versions that a finding judged; null if this part does not know them, or one could not be read.</summary>
    internal abstract VersionPair? Find(JudgedArtifact judged);
}

/// <summary>Two versions of an artifact.</summary>
/// <param name="Before">What the candidate was compared with; null for nothing.</param>
/// <param name="Now">The candidate.</param>
internal sealed record VersionPair(ArtifactVersion? Before, ArtifactVersion Now)
{
    public static VersionPair? From(ArtifactVersion? before, ArtifactVersion? now) => now is null ? null : new VersionPair(before, now);
}
