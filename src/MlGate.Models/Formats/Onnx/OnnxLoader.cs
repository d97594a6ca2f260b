using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;
using MlGate.Findings;
using MlGate.Models.Scoring;

namespace MlGate.Models.Formats.Onnx;

/// <summary>Loads ONNX models with ONNX Runtime, from bytes in memory: no path, so no other file.</summary>
internal sealed class OnnxLoader(ScoringRequest request, TestSetColumns data) : IModelLoader
{
    public async Task<(IScoredModel? Model, ScoringProblem? Problem)> LoadAsync(RequestedModel requested, CancellationToken cancel)
    {
        var bytes = await File.ReadAllBytesAsync(requested.Location, cancel);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != requested.Sha256)
        {
            return (null, new(Diagnostics.ChangedWhileRead.Code, "the model's private copy changed", "an unchanged file", "Run again"));
        }

        if (OnnxReader.Read(bytes).File is not { } file)
        {
            return (null, NotLoadable("refused by the preflight"));
        }

        var (inputs, unbound) = new OnnxInputBinding(request, data.Names).Bind(file);
        if (unbound is not null)
        {
            return (null, unbound);
        }

        var (output, problem) = OnnxOutput.Find(requested.Name, file, request);
        if (output is null)
        {
            return (null, problem);
        }

        try
        {
            // One thread: sums in another order would be other sums.
            using var options = new SessionOptions
            {
                IntraOpNumThreads = 1,
                InterOpNumThreads = 1,
                ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            };
            return (new OnnxModel(new InferenceSession(bytes, options), inputs, output), null);
        }
        catch (OnnxRuntimeException exception)
        {
            return (null, NotLoadable(exception.Message));
        }
    }

    private static ScoringProblem NotLoadable(string why) =>
        new(
            Diagnostics.ModelNotLoadable.Code,
            "ONNX Runtime cannot load the model: " + PrintableText.From(why, most: 200),
            "a model that this version of ONNX Runtime can load",
            "Export the model with an older opset, or update MlGate"
        );
}
