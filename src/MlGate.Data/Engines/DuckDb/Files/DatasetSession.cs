using MlGate.Data.Caching;
using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Runs;

namespace MlGate.Data.Engines.DuckDb.Files;

/// <summary>Opens datasets in one session of DuckDB, computes over them, and explains what fails.</summary>
/// <param name="options">What the engine may use.</param>
internal sealed class DatasetSession(EngineOptions options)
{
    // What was profiled is compared next, if its drift is judged.
    private readonly TableStore tables = new(2 * ((long)options.TableMegabytes << 20));

    /// <summary>Lets go of all tables that are held for the next session.</summary>
    public void ForgetTables() => tables.Clear();

    /// <summary>Computes over datasets.</summary>
    /// <param name="datasets">The datasets; with the types of the columns that are wanted in memory, null for none.</param>
    /// <param name="staging">Will rows be staged?</param>
    /// <param name="keep">Will the tables be wanted again?</param>
    /// <param name="work">Computes over the opened datasets.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<Result<T>> OverAsync<T>(
        IReadOnlyList<(IDataset Dataset, Func<string, ColumnType?>? Types)> datasets,
        bool staging,
        bool keep,
        Func<DuckDbEngine, IReadOnlyList<DataSource>, Task<Result<T>>> work,
        CancellationToken cancel
    )
        where T : class
    {
        try
        {
            // The engine computes on the thread that calls it, and reading text does: not on the caller's.
            return await Task.Run(() => InSessionAsync(datasets, staging, keep, work, cancel), cancel).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return DataFinding.Create(
                FileFailure.DiagnosticOf(exception),
                datasets[0].Dataset.Id,
                DataSource.FilesOf(datasets[0].Dataset)[0].Name,
                "a readable file, and a temporary folder with space for the engine",
                FileFailure.Describe(exception),
                FileFailure.Fix
            );
        }
    }

    private async Task<Result<T>> InSessionAsync<T>(
        IReadOnlyList<(IDataset Dataset, Func<string, ColumnType?>? Types)> datasets,
        bool staging,
        bool keep,
        Func<DuckDbEngine, IReadOnlyList<DataSource>, Task<Result<T>>> work,
        CancellationToken cancel
    )
        where T : class
    {
        var files = datasets.SelectMany(dataset => DataSource.FilesOf(dataset.Dataset)).ToList();
        var before = files.ConvertAll(FileState.From);
        await using var engine = await DuckDbEngine
            .OpenAsync(options, files.Select(file => file.Location), cancel, staging)
            .ConfigureAwait(false);
        var sources = new List<DataSource>();
        var id = datasets[0].Dataset.Id;
        try
        {
            foreach (var (dataset, types) in datasets)
            {
                id = dataset.Id;
                var source = await SourceOpener
                    .OpenAsync(engine, id, DataSource.FilesOf(dataset), dataset.Schema.Marks, cancel, RequestFor(types, keep))
                    .ConfigureAwait(false);
                if (source.Value is null)
                {
                    return Result.Failed<T>(source.Problems);
                }

                sources.Add(source.Value);
            }

            id = datasets[0].Dataset.Id;
            var result = await work(engine, sources).ConfigureAwait(false);
            return before.Find(state => state.Changed) is { } changed ? changed.Finding(id) : result;
        }
        catch (EngineException exception)
        {
            return before.Find(state => state.Changed) is { } changed
                ? changed.Finding(id)
                : await ExplainAsync(engine, id, sources, exception, cancel).ConfigureAwait(false);
        }
    }

    private TableRequest? RequestFor(Func<string, ColumnType?>? types, bool keep) =>
        options.TableMegabytes > 0 && types is not null ? new TableRequest(types, (long)options.TableMegabytes << 20, tables, keep) : null;

    private static async Task<Finding> ExplainAsync(
        DuckDbEngine engine,
        CheckId id,
        List<DataSource> sources,
        EngineException exception,
        CancellationToken cancel
    ) =>
        sources
            .Where(source => source.Format.IsDelimited())
            .Select(source => CsvDiagnosis.First(id, source, cancel))
            .FirstOrDefault(finding => finding is not null)
        ?? await EngineFailure.ExplainAsync(engine, id, sources[0], exception, cancel).ConfigureAwait(false);
}
