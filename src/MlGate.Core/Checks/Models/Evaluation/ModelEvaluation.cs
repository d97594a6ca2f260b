using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;
using MlGate.Predictions;
using MlGate.Statistics;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>Everything that the decision over one model reads.</summary>
public sealed record ModelEvaluation
{
    /// <summary>What must hold.</summary>
    public required ModelGate Model { get; init; }

    /// <summary>Candidate and baseline over the same rows; without baseline the limits against it say so.</summary>
    public required PredictionSet Predictions { get; init; }

    /// <summary>What is declared of the test set; null where nothing is known of it.</summary>
    public DatasetGate? Test { get; init; }

    /// <summary>Candidate and anchor (in the baseline's place) over the same rows; null without anchor.</summary>
    public PredictionSet? Anchor { get; init; }

    /// <summary>
    /// Without baseline: true if there may be one that was not found or not readable. Limits against it were then not measured; this is
    /// not a first run.
    /// </summary>
    public bool BaselineUnknown { get; init; }

    /// <summary>One-sided error level, in (0, 0.5).</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>
    /// True for a strict target branch, where an inconclusive loss with an estimate beyond the margin fails. Proportions then use exact
    /// methods, too.
    /// </summary>
    public bool Strict { get; init; }

    /// <summary>True if a missing baseline is an error.</summary>
    public bool RequireBaseline { get; init; }

    /// <summary>Seed of the bootstrap. Fixed unless somebody chooses one: the same rows give the same verdict everywhere.</summary>
    public long Seed { get; init; } = Seeds.Bootstrap;

    /// <summary>Most threads; −1 for as many as there are. Has no influence on the result.</summary>
    public int Threads { get; init; } = -1;

    /// <summary>The metric that a gate names.</summary>
    internal Metric MetricOf(MetricGate gate) =>
        MetricCatalog.Find(gate.Metric, Model.Task)
        ?? throw new ArgumentException($"The gate names the metric '{gate.Metric}', which this task does not have.", nameof(gate));
}
