using Microsoft.ML;
using MlGate.Models.Scoring;

namespace MlGate.Models.Formats.MlNet;

/// <summary>Loads models of ML.NET; all of a request share one context.</summary>
internal sealed class MlNetLoader(ScoringRequest request, TestSetColumns data) : IModelLoader
{
    private readonly MLContext context = new(seed: 0);

    public (IScoredModel? Model, ScoringProblem? Problem) Load(RequestedModel requested) =>
        MlNetModel.Load(context, requested, request, data);
}
