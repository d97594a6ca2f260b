using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Gates;

/// <summary>What must hold, as <c>mlgate.yml</c> declares it. Already validated: ranges, references and units are sound.</summary>
public sealed record Gate
{
    /// <summary>The gate's name, unique in its repository.</summary>
    public required string Name { get; init; }

    /// <summary>Where the gate file stands: its place, with the file's name relative to its own folder.</summary>
    public required FilePlace Place { get; init; }

    /// <summary><c>auto</c>, or a git ref.</summary>
    public string Baseline { get; init; } = "auto";

    /// <summary>Where <see cref="Baseline"/> is declared; null where the file does not say it.</summary>
    public FilePlace? BaselinePlace { get; init; }

    /// <summary>A git ref against which slow loss is judged; null for none.</summary>
    public string? Anchor { get; init; }

    /// <summary>Globs of target branches where an inconclusive loss whose estimate is beyond the margin fails.</summary>
    public IReadOnlyList<string> StrictBranches { get; init; } = [];

    /// <summary>One-sided error level, in (0, 0.5).</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>True if a missing baseline is an error.</summary>
    public bool RequireBaseline { get; init; }

    /// <summary>True if only waivers of the target branch count in a pull request.</summary>
    public bool WaiversOfBaseOnly { get; init; }

    /// <summary>What a lock that is out of date becomes.</summary>
    public StaleLock StaleLock { get; init; } = StaleLock.Auto;

    /// <summary>All that has checks of its own, section after section, in the file's order.</summary>
    public IReadOnlyList<SubjectGate> Subjects { get; init; } = [];

    /// <summary>The datasets, in the file's order.</summary>
    public IReadOnlyList<DatasetGate> Datasets
    {
        get => [.. Subjects.OfType<DatasetGate>()];
        init => Subjects = With(value);
    }

    /// <summary>The models, in the file's order.</summary>
    public IReadOnlyList<ModelGate> Models
    {
        get => [.. Subjects.OfType<ModelGate>()];
        init => Subjects = With(value);
    }

    /// <summary>
    /// What the file loosens in the policy that it extends, one line each: <c>models.churn.metrics.auc.min: 0.85 → 0.80</c>.
    /// </summary>
    public IReadOnlyList<Declared<string>> Loosened { get; init; } = [];

    /// <summary>The text's values, to compare two versions of a gate; null for a gate that no file declares.</summary>
    public GateDeclaration? Declaration { get; init; }

    /// <summary>Every file that the gate was read from, relative to the gate file's folder: itself, policies, domains.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>True for a reference dataset: frozen, or the test set of a model.</summary>
    /// <param name="artifact">Which one.</param>
    public bool IsReference(Artifact artifact) =>
        artifact.Kind == ArtifactKind.Dataset
        && Datasets.FirstOrDefault(dataset => dataset.Name == artifact.Name) is { } dataset
        && (dataset.Frozen is { Value: true } || IsTestSet(dataset.Id));

    /// <summary>The datasets that something is tested on, in the file's order.</summary>
    public IReadOnlyList<DatasetGate> TestSets => [.. Datasets.Where(dataset => IsTestSet(dataset.Id))];

    /// <summary>True for a dataset that something is tested on.</summary>
    /// <param name="id">Its id.</param>
    public bool IsTestSet(CheckId id) => Subjects.Any(subject => subject.TestedOn.Contains(id));

    /// <summary>All artifacts: datasets first, in the file's order.</summary>
    public IEnumerable<Artifact> Artifacts => Subjects.Select(subject => subject.Artifact).OfType<Artifact>();

    private IReadOnlyList<SubjectGate> With<T>(IReadOnlyList<T> subjects)
        where T : SubjectGate =>
        [.. Subjects.Where(subject => subject is not T).Concat(subjects).OrderBy(subject => GateSection.All.IndexOf(subject.Section))];
}
