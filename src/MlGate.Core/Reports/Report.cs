using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Reports;

/// <summary>All that a run says. Renderers and publishers read nothing else.</summary>
public sealed record Report
{
    /// <summary>The schema that this MlGate writes.</summary>
    public const int CurrentSchema = 2;

    /// <summary>Version of the report's schema.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Version of the MlGate that wrote it.</summary>
    public required string Tool { get; init; }

    /// <summary>Name of the gate.</summary>
    public required string Gate { get; init; }

    /// <summary>The gate file, relative to the repository's root (to its folder outside of one).</summary>
    public required string GateFile { get; init; }

    /// <summary>The commit that was checked; null outside of a repository.</summary>
    public string? Commit { get; init; }

    /// <summary>One-sided error level.</summary>
    public required double Alpha { get; init; }

    /// <summary>One part per subject of a section, section after section, in the order of the gate file.</summary>
    public required IReadOnlyList<ReportPart> Parts { get; init; }

    /// <summary>All findings, passed ones too, in the order of the gate file.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What the gate file loosens in the policy that it extends.</summary>
    public IReadOnlyList<string> Loosened { get; init; } = [];

    /// <summary>What the gate and the test sets would say that a pull request brings; null where it changes neither.</summary>
    public ReportedPreview? Preview { get; init; }

    /// <summary>The waivers that count, sorted by file.</summary>
    public IReadOnlyList<ReportedWaiver> Waivers { get; init; } = [];

    /// <summary>The verdict over the findings.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Random numbers: generator, seed and replicates; null where none were drawn.</summary>
    public ReportedRandomness? Randomness { get; init; }

    /// <summary>
    /// Metrics of accepted versions, per model; null where nobody recorded them. Outside the digest: what this clone has of the notes is no
    /// matter of the result.
    /// </summary>
    public IReadOnlyList<ModelHistory>? History { get; init; }

    /// <summary>When the report was written, UTC. Outside the digest.</summary>
    public required DateTimeOffset GeneratedAt { get; init; }

    /// <summary>
    /// How far the baseline lies behind the branch that the work will be merged into; null where it does not, or where nobody can count it.
    /// Outside the digest.
    /// </summary>
    public Behind? Behind { get; init; }

    /// <summary>When the verdict ends by itself (a waiver expires); null for never.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The parts that are about datasets and models.</summary>
    public IReadOnlyList<ArtifactPart> Artifacts => [.. Parts.OfType<ArtifactPart>()];

    /// <summary>The parts that are about datasets.</summary>
    public IReadOnlyList<DatasetPart> Datasets => [.. Parts.OfType<DatasetPart>()];

    /// <summary>The parts that are about models.</summary>
    public IReadOnlyList<ModelPart> Models => [.. Parts.OfType<ModelPart>()];
}
