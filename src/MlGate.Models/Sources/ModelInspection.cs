using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Preflight;
using MlGate.Models.Scoring;
using MlGate.Models.Worker;
using MlGate.Versions;

namespace MlGate.Models.Sources;

/// <summary>Asks the scoring process what a model reads and predicts.</summary>
internal static class ModelInspection
{
    /// <summary>The description; null for a model that is refused, cannot be loaded or says nothing.</summary>
    /// <param name="process">Runs it.</param>
    /// <param name="formats">The formats that can be read.</param>
    /// <param name="file">The model, as it was hashed.</param>
    /// <param name="cancel">Ends the process.</param>
    public static async Task<ModelDescription?> DescribeAsync(
        ScoringProcess process,
        FormatList formats,
        ArtifactFile file,
        CancellationToken cancel
    )
    {
        if (formats.For(file.Name) is not IScoredFormat format)
        {
            return null;
        }

        var caps = new ArchiveCaps();
        var folder = Directory.CreateTempSubdirectory("mlgate-score-");
        try
        {
            var (copy, request, output) = (
                Path.Combine(folder.FullName, "copy.model"),
                Path.Combine(folder.FullName, "request.json"),
                Path.Combine(folder.FullName, "description.json")
            );
            if (format.Prepare([file], copy, caps, cancel) is not null)
            {
                return null;
            }

            new ScoringRequest
            {
                Schema = ScoringRequest.CurrentSchema,
                Models = [new RequestedModel("model", copy, file.Sha256, format.Format.Key)],
                Task = ModelTask.Regression,
                Label = "",
                Positive = null,
                Inputs = new Dictionary<string, IReadOnlyList<string>>(),
                MissingRealsAsNaNs = null,
                AllowQuoting = true,
                Data = [],
                MissingMarks = MissingMarks.None,
                Output = output,
                RowsScoredTwice = 0,
                EndAfterSeconds = (int)Math.Ceiling(process.Limits.Time.TotalSeconds) + 10,
                IsDescription = true,
            }.Write(request);
            var ended = await process.RunAsync(request, Directory.CreateDirectory(Path.Combine(folder.FullName, "tmp")).FullName, cancel);
            return WorkerVerdict.For(ended, process.Limits) is null ? ModelDescription.Read(output) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
