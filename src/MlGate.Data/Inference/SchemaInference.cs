using MlGate.Data.Caching;
using MlGate.Data.Engines;
using MlGate.Data.Engines.DuckDb;
using MlGate.Data.Engines.DuckDb.Files;
using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Data.Inference;

/// <summary>Infers from all values of a dataset what its columns are.</summary>
internal sealed class SchemaInference(EngineOptions options)
{
    /// <returns>The schema; or findings of 20xx where the data cannot be read.</returns>
    public async Task<Result<InferredDataset>> InferAsync(IReadOnlyList<ArtifactFile> files, CancellationToken cancel)
    {
        try
        {
            return await Task.Run(() => InSessionAsync(files, cancel), cancel).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var name = files.Count == 0 ? "data" : files[0].Name;
            return DataFinding.Create(
                FileFailure.DiagnosticOf(exception),
                name,
                name,
                "a readable file, and a temporary folder with space for the engine",
                FileFailure.Describe(exception),
                FileFailure.Fix
            );
        }
    }

    private async Task<Result<InferredDataset>> InSessionAsync(IReadOnlyList<ArtifactFile> files, CancellationToken cancel)
    {
        var id = files.Count == 0 ? "data" : files[0].Name;
        await using var engine = await DuckDbEngine.OpenAsync(options, files.Select(file => file.Location), cancel).ConfigureAwait(false);
        var opened = await SourceOpener.OpenAsync(engine, id, files, MissingMarks.None, cancel).ConfigureAwait(false);
        if (opened.Value is not { } source)
        {
            return Result.Failed<InferredDataset>(opened.Problems);
        }

        try
        {
            var marks = await MarkSearch.FindAsync(engine, source, cancel).ConfigureAwait(false);
            if (marks.Count > 0)
            {
                var known = new MissingMarks { Default = marks };
                source = (await SourceOpener.OpenAsync(engine, id, files, known, cancel).ConfigureAwait(false)).Value ?? source;
            }

            return await DatasetInference.InferAsync(engine, id, source, marks, cancel).ConfigureAwait(false);
        }
        catch (EngineException exception)
        {
            return await EngineFailure.ExplainAsync(engine, id, source, exception, cancel).ConfigureAwait(false);
        }
    }
}
