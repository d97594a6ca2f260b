using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Plots;
using MlGate.Versions;

namespace MlGate.Reports;

/// <summary>All that a run says. Renderers and publishers read nothing else.</summary>
public sealed record Report
{
    /// <summary>The schema that this MlGate writes.</summary>
    public const int CurrentSchema = 1;

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

    /// <summary>Versions per artifact, datasets first, in the file's order.</summary>
    public required IReadOnlyList<ReportedArtifact> Artifacts { get; init; }

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
}

/// <summary>The versions of one artifact.</summary>
public sealed record ReportedArtifact
{
    /// <summary><c>datasets.train</c>.</summary>
    public required string Id { get; init; }

    /// <summary>As declared.</summary>
    public required string Path { get; init; }

    /// <summary>The candidate's version; null when it could not be read.</summary>
    public ArtifactVersion? Candidate { get; init; }

    /// <summary>The baseline's version; null without one.</summary>
    public ArtifactVersion? Baseline { get; init; }

    /// <summary>The commit of the baseline and why it was taken; null without one.</summary>
    public Baseline? BaselineCommit { get; init; }

    /// <summary>For a model with limits since the anchor: its version there; else null, and where it could not be read.</summary>
    public ArtifactVersion? Anchor { get; init; }

    /// <summary>The commit of the anchor; null without <see cref="Anchor"/>.</summary>
    public Baseline? AnchorCommit { get; init; }

    /// <summary>For a model whose lock says what it was trained from: that, and what it is now; else null.</summary>
    public ReportedTraining? Training { get; init; }

    /// <summary>Rows of a dataset, evaluated rows of a model; null when not measured.</summary>
    public long? Rows { get; init; }

    /// <summary>
    /// For a test set that a pull request changes: the version that was there before, on which the models were evaluated; else null.
    /// </summary>
    public ArtifactVersion? Evaluated { get; init; }

    /// <summary>For a model: id of the dataset that it is tested on, <c>datasets.test</c>; else null.</summary>
    public string? Test { get; init; }

    /// <summary>
    /// For a model: id of its primary metric, <c>models.churn.metrics.auc</c>, which a summary shows even when it passes; else null.
    /// </summary>
    public string? Primary { get; init; }

    /// <summary>For a model: curves, flips and importance; null where there are none.</summary>
    public ModelPlots? Picture { get; init; }

    /// <summary>
    /// For a dataset: distributions of the columns that drifted, at most <see cref="Distribution.Most"/>; null without drift.
    /// </summary>
    public IReadOnlyList<Distribution>? Distributions { get; init; }
}
