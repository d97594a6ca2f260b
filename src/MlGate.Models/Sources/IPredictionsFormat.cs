using MlGate.Findings;
using MlGate.Models.Scoring;
using MlGate.Runs;

namespace MlGate.Models.Sources;

/// <summary>A format of predictions that were computed elsewhere: nothing is scored.</summary>
internal interface IPredictionsFormat : IModelFormat
{
    /// <summary>The predictions in the order of the test set's rows.</summary>
    Task<Result<RawScores>> ReadAsync(IRowBatches rows, PredictionRequest request, ComparedModel side, CancellationToken cancel);
}
