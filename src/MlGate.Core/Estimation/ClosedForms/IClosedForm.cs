namespace MlGate.Estimation;

/// <summary>A method without replicates, for metrics that have what it needs.</summary>
internal interface IClosedForm
{
    /// <summary>True if it answers a question over these rows.</summary>
    bool Answers(EstimateRequest asked);

    /// <summary>The answer to a question that it answers; for a ratio its logarithm.</summary>
    Estimate Estimate(EstimateRequest asked);
}
