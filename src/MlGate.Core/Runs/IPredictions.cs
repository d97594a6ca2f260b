using MlGate.Findings;
using MlGate.Gates;
using MlGate.Predictions;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>Predictions of models over a test set.</summary>
public interface IPredictions
{
    /// <summary>Scores the candidate, and the baseline if there is one, on the same rows.</summary>
    /// <returns>The predictions; or findings: unsafe or damaged models (3xxx), scores that are no scores (40xx), models that cannot be
    /// compared (MLG4011), limits (8xxx).</returns>
    Task<Result<PredictionSet>> PredictAsync(PredictionRequest request, CancellationToken cancel);
}

/// <summary>What is to be scored.</summary>
public sealed record PredictionRequest
{
    /// <summary>The model's gate.</summary>
    public required ModelGate Model { get; init; }

    /// <summary>The test set's gate: schema and roles.</summary>
    public required DatasetGate TestGate { get; init; }

    /// <summary>The test set's bytes.</summary>
    public required ArtifactBytes Test { get; init; }

    /// <summary>The candidate's bytes.</summary>
    public required ArtifactBytes Candidate { get; init; }

    /// <summary>The baseline's bytes; null without baseline.</summary>
    public ArtifactBytes? Baseline { get; init; }

    /// <summary>
    /// The test set at the baseline's commit; null when unknown. Predictions without a key are paired with rows by their place,
    /// so those of a baseline belong to the test set that they were made for and to no other.
    /// </summary>
    public ArtifactVersion? BaselineTest { get; init; }
}
