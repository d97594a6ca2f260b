using MlGate.Gates;
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
    /// <param name="file">The model, as it was hashed.</param>
    /// <param name="cancel">Ends the process.</param>
    public static ModelDescription? Describe(ScoringProcess process, ArtifactFile file, CancellationToken cancel)
    {
        var caps = new ArchiveCaps();
        var folder = Directory.CreateTempSubdirectory("mlgate-score-");
        try
        {
            var (copy, request, output) = (
                Path.Combine(folder.FullName, "model.zip"),
                Path.Combine(folder.FullName, "request.json"),
                Path.Combine(folder.FullName, "description.json")
            );
            if ((ModelCopy.Create(file, copy, caps, cancel) ?? ArchivePreflight.Check(copy, caps, cancel)) is not null)
            {
                return null;
            }

            new ScoringRequest
            {
                Schema = ScoringRequest.CurrentSchema,
                Models = [new RequestedModel("model", copy, file.Sha256)],
                Task = default,
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
            var ended = process.Run(request, Directory.CreateDirectory(Path.Combine(folder.FullName, "tmp")).FullName, cancel);
            return WorkerVerdict.For(ended, process.Limits) is null ? ModelDescription.Read(output) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
