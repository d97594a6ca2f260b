namespace MlGate.Models.Scoring;

/// <summary>The engine of a format, in the child process.</summary>
internal interface IModelLoader
{
    /// <summary>Loads a model, if its bytes are what they must be, and binds it to the test set's columns.</summary>
    Task<(IScoredModel? Model, ScoringProblem? Problem)> LoadAsync(RequestedModel requested, CancellationToken cancel);
}
