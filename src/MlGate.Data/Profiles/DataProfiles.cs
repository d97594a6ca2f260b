using System.Text.Json;
using MlGate.Data.Caching;
using MlGate.Data.Columns;
using MlGate.Data.Drift;
using MlGate.Data.Engines;
using MlGate.Data.Engines.DuckDb;
using MlGate.Data.Engines.DuckDb.Files;
using MlGate.Data.Leakage;
using MlGate.Data.Rules;
using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Platform;
using MlGate.Profiles;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Data.Profiles;

/// <summary>Aggregates over datasets, by DuckDB.</summary>
/// <param name="options">What the engine may use.</param>
/// <param name="cache">Keeps profiles by content; null to compute always.</param>
/// <param name="remember">Without a cache: hold what was computed in memory, because it may be asked for again?</param>
internal sealed class DataProfiles(EngineOptions options, ICache? cache = null, bool remember = false) : IProfiles
{
    private const long LargestProfile = 256 << 20;

    // What was profiled is compared next, if its drift is judged.
    private readonly TableStore tables = new(2 * ((long)options.TableMegabytes << 20));

    // What this object computed itself can be believed where no cache can: a preview asks for most of it again.
    private readonly Dictionary<string, DatasetProfile> computed = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<Result<DatasetProfile>> ProfileAsync(ArtifactBytes bytes, DatasetGate gate, CancellationToken cancel)
    {
        var key = ProfileKey.From(bytes, gate, DuckDbDialect.Instance.Engine);
        if (cache is null)
        {
            return computed.TryGetValue(key, out var known)
                ? known
                : Remember(key, await ComputeAsync(bytes, gate, cancel).ConfigureAwait(false));
        }

        var path = await cache
            .GetOrCreateAsync("profiles", key, temporary => CreateAsync(temporary, bytes, gate, cancel), cancel)
            .ConfigureAwait(false);
        if (path.Value is null)
        {
            // A cache that cannot be written (a read-only tree) only saves time.
            if (path.Problems.All(problem => problem.Id == "cache.profiles"))
            {
                return await ComputeAsync(bytes, gate, cancel).ConfigureAwait(false);
            }

            return Result.Failed<DatasetProfile>(path.Problems);
        }

        try
        {
            return ProfileText.Read(RegularFile.ReadBytes(path.Value, LargestProfile));
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or KeyNotFoundException
                        or IOException
                        or UnauthorizedAccessException
                        or InvalidOperationException
                        or FormatException
                        or OverflowException
                        or ArgumentException
                        or IndexOutOfRangeException
            )
        {
            return await ComputeAsync(bytes, gate, cancel).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public Task<Result<IReadOnlyList<PairedDistribution>>> PairAsync(
        ArtifactBytes baseline,
        ArtifactBytes candidate,
        DatasetGate gate,
        CancellationToken cancel
    ) =>
        OverAsync<IReadOnlyList<PairedDistribution>>(
            [(baseline, gate), (candidate, gate)],
            true,
            PairScan.TypesFor,
            async (engine, sources) =>
            {
                // Nothing is compared twice.
                tables.Clear();
                return Result.Success(await new PairScan(engine, sources[0], sources[1], gate, cancel).RunAsync().ConfigureAwait(false));
            },
            cancel
        );

    /// <inheritdoc/>
    public Task<Result<SharedRows>> FindSharedRowsAsync(
        ArtifactBytes one,
        DatasetGate oneGate,
        ArtifactBytes other,
        DatasetGate otherGate,
        CancellationToken cancel
    ) =>
        OverAsync<SharedRows>(
            [(one, oneGate), (other, otherGate)],
            true,
            _ => null,
            (engine, sources) => new SharedScan(engine, (sources[0], oneGate), (sources[1], otherGate), cancel).RunAsync(),
            cancel
        );

    private Result<DatasetProfile> Remember(string key, Result<DatasetProfile> result)
    {
        if (remember && result.Value is { } profile)
        {
            computed[key] = profile;
        }

        return result;
    }

    private async Task<IReadOnlyList<Finding>> CreateAsync(string path, ArtifactBytes bytes, DatasetGate gate, CancellationToken cancel)
    {
        var profile = await ComputeAsync(bytes, gate, cancel).ConfigureAwait(false);
        if (profile.Value is null)
        {
            return profile.Problems;
        }

        try
        {
            await File.WriteAllBytesAsync(path, ProfileText.Write(profile.Value), cancel).ConfigureAwait(false);
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [ContentCache.NotAccessible("profiles", exception)];
        }
    }

    private Task<Result<DatasetProfile>> ComputeAsync(ArtifactBytes bytes, DatasetGate gate, CancellationToken cancel) =>
        OverAsync<DatasetProfile>(
            [(bytes, gate)],
            false,
            TypedColumn.TypesFor,
            (engine, sources) => ScanAsync(engine, sources[0], gate, cancel),
            cancel
        );

    private static async Task<Result<DatasetProfile>> ScanAsync(
        ISqlEngine engine,
        DataSource source,
        DatasetGate gate,
        CancellationToken cancel
    )
    {
        var notUsable = await Patterns.NotUsableAsync(engine, gate, cancel).ConfigureAwait(false);
        var scan = new ProfileScan(engine, source, gate, cancel);
        var compiler = new RuleCompiler(engine, scan.Columns, gate);
        var rules = new List<RowConstraint>();
        foreach (var rule in gate.Rules)
        {
            var (check, problem) = await compiler.CompileAsync(rule, cancel).ConfigureAwait(false);
            rules.AddRange(check is null ? [] : [check]);
            if (problem is not null)
            {
                notUsable[rule.Expect.Id.Text] = problem;
            }
        }

        var profile = await scan.RunAsync(rules, notUsable).ConfigureAwait(false);
        return profile.Rows > 0
            ? profile
            : DataFinding.Create(
                Diagnostics.DataEmpty,
                gate.Id,
                source.Files[0].Name,
                "at least one row",
                "a header without rows",
                "Write the data again, or check the path"
            );
    }

    private async Task<Result<T>> OverAsync<T>(
        IReadOnlyList<(ArtifactBytes Bytes, DatasetGate Gate)> datasets,
        bool staging,
        Func<DatasetGate, Func<string, ColumnType?>?> wanted,
        Func<DuckDbEngine, IReadOnlyList<DataSource>, Task<Result<T>>> work,
        CancellationToken cancel
    )
        where T : class
    {
        try
        {
            // The engine computes on the thread that calls it, and reading text does: not on the caller's.
            return await Task.Run(() => InSessionAsync(datasets, staging, wanted, work, cancel), cancel).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return DataFinding.Create(
                FileFailure.DiagnosticOf(exception),
                datasets[0].Gate.Id,
                datasets[0].Bytes.Files[0].Name,
                "a readable file, and a temporary folder with space for the engine",
                FileFailure.Describe(exception),
                FileFailure.Fix
            );
        }
    }

    private async Task<Result<T>> InSessionAsync<T>(
        IReadOnlyList<(ArtifactBytes Bytes, DatasetGate Gate)> datasets,
        bool staging,
        Func<DatasetGate, Func<string, ColumnType?>?> wanted,
        Func<DuckDbEngine, IReadOnlyList<DataSource>, Task<Result<T>>> work,
        CancellationToken cancel
    )
        where T : class
    {
        var files = datasets.SelectMany(dataset => dataset.Bytes.Files).ToList();
        var before = files.ConvertAll(FileState.From);
        await using var engine = await DuckDbEngine
            .OpenAsync(options, files.Select(file => file.Location), cancel, staging)
            .ConfigureAwait(false);
        var sources = new List<DataSource>();
        var id = datasets[0].Gate.Id;
        try
        {
            foreach (var dataset in datasets)
            {
                id = dataset.Gate.Id;
                var marks = MissingMarks.From(dataset.Gate);
                var request = RequestFor(dataset.Gate, wanted);
                var source = await SourceOpener.OpenAsync(engine, id, dataset.Bytes.Files, marks, cancel, request).ConfigureAwait(false);
                if (source.Value is null)
                {
                    return Result.Failed<T>(source.Problems);
                }

                sources.Add(source.Value);
            }

            id = datasets[0].Gate.Id;
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

    private TableRequest? RequestFor(DatasetGate gate, Func<DatasetGate, Func<string, ColumnType?>?> wanted) =>
        options.TableMegabytes > 0 && wanted(gate) is { } typeOf
            ? new TableRequest(typeOf, (long)options.TableMegabytes << 20, tables, Keep: gate.Drift is not null)
            : null;

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
