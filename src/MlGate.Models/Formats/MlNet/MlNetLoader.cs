using Microsoft.ML;
using MlGate.Models.Scoring;

namespace MlGate.Models.Formats.MlNet;

/// <summary>Loads models of ML.NET; all of a request share one context.</summary>
internal sealed class MlNetLoader(ScoringRequest request, TestSetColumns data) : IModelLoader
{
    private readonly MLContext context = new(seed: 0);

    public async Task<(IScoredModel? Model, ScoringProblem? Problem)> LoadAsync(RequestedModel requested, CancellationToken cancel) =>
        await MlNetModel.LoadAsync(context, requested, request, data, cancel);
}
