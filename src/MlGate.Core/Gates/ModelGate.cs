using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Versions;

namespace MlGate.Gates;

/// <summary>What must hold for one model.</summary>
public sealed record ModelGate : SubjectGate
{
    /// <summary>The threshold of probabilities that come without a decision.</summary>
    public const double DefaultThreshold = 0.5;

    /// <inheritdoc/>
    public override GateSection Section => GateSection.Models;

    /// <summary>The model file, or a predictions file; relative to the gate file.</summary>
    public required string Path { get; init; }

    /// <inheritdoc/>
    public override Artifact Artifact => new(ArtifactKind.Model, Name, Path);

    /// <inheritdoc/>
    public override IEnumerable<string> DependsOn => Train?.Code ?? [];

    /// <inheritdoc/>
    public override IEnumerable<CheckId> TestedOn => [GateSection.Datasets.Subject(Test)];

    /// <inheritdoc/>
    public override bool ComparesWithBaseline =>
        LimitKindsOfAll.Any(kind => kind.IsOfChange) || Checks.Any(check => check.ComparesWithBaseline);

    /// <summary>The format of its file.</summary>
    public ModelFormat Format => ModelFormats.For(Path);

    /// <summary>True for a file of predictions, false for a model.</summary>
    public bool IsPredictionFile => Format.IsPredictions;

    /// <summary>What it predicts.</summary>
    public required ModelTask Task { get; init; }

    /// <summary>Name of the dataset that it is tested on.</summary>
    public required string Test { get; init; }

    /// <summary>The label's column in the test set.</summary>
    public required string Label { get; init; }

    /// <summary>The label's positive value as text; only for binary classification.</summary>
    public string? Positive { get; init; }

    /// <summary>
    /// Probabilities at or above it are predicted positive; only for binary classification. Null for the model's own decision, and for
    /// <see cref="DefaultThreshold"/> where the predictions hold no decision.
    /// </summary>
    public double? Threshold { get; init; }

    /// <summary>Longest time for scoring it; null for the default.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>For a predictions file: the column that joins it to the test set's rows.</summary>
    public string? Key { get; init; }

    /// <summary>For a predictions file: its score columns; one, or one per class as <c>class → column</c>.</summary>
    public IReadOnlyDictionary<string, string> ScoreColumns { get; init; } = new Dictionary<string, string>();

    /// <summary>For a predictions file: the column of raw margins, whose sign is the decision; null without one.</summary>
    public string? Margin { get; init; }

    /// <summary>For a predictions file: the column of predicted classes; null without one.</summary>
    public string? Decision { get; init; }

    /// <summary>For a model: the test set's columns that fill an input column, where their names differ.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Inputs { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>For a model: how its training data was loaded.</summary>
    public LoaderGate Loader { get; init; } = new();

    /// <summary>Where <see cref="Key"/> is declared; null without one.</summary>
    public FilePlace? KeyPlace { get; init; }

    /// <summary>Where <see cref="ScoreColumns"/> are declared; null without any.</summary>
    public FilePlace? ScorePlace { get; init; }

    /// <summary>Name of the primary metric; null for the first.</summary>
    public string? Primary { get; init; }

    /// <summary>How it is trained; null if the gate file does not say.</summary>
    public TrainGate? Train { get; init; }

    /// <summary>The metrics, in the file's order.</summary>
    public IReadOnlyList<MetricGate> Metrics { get; init; } = [];

    /// <summary>What is declared beside the metrics: segments, fairness, changed predictions.</summary>
    public IReadOnlyList<ModelCheckGate> Checks { get; init; } = [];

    /// <summary>The columns of the test set that the checks read for each row, beside label, weight and group.</summary>
    public IReadOnlyList<string> RowColumns => [.. Checks.SelectMany(check => check.Columns).Distinct(StringComparer.Ordinal)];

    /// <summary>The declared check of a kind; null without one.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    public T? Check<T>()
        where T : ModelCheckGate => Checks.OfType<T>().FirstOrDefault();

    /// <summary>True if a limit compares the candidate with the anchor.</summary>
    public bool ComparesWithAnchor => LimitKindsOfAll.Any(kind => kind.ComparedWith == ComparedWith.Anchor);

    private IEnumerable<LimitKind> LimitKindsOfAll =>
        Metrics.SelectMany(metric => metric.Limits).Select(limit => limit.Value.Kind).Concat(Checks.SelectMany(check => check.LimitKinds));
}

/// <summary>How a model is trained.</summary>
public sealed record TrainGate
{
    /// <summary>Where it is declared.</summary>
    public required FilePlace Place { get; init; }

    /// <summary>The command, run by the platform's shell in the gate file's folder.</summary>
    public required string Command { get; init; }

    /// <summary>Names of the datasets that it reads.</summary>
    public IReadOnlyList<string> Datasets { get; init; } = [];

    /// <summary>Files and folders of code that it reads, relative to the gate file.</summary>
    public IReadOnlyList<string> Code { get; init; } = [];

    /// <summary>Seed, handed over as <c>MLGATE_SEED</c>.</summary>
    public long? Seed { get; init; }

    /// <summary>Longest run.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromHours(6);
}
