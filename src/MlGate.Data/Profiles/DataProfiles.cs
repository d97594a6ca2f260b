using MlGate.Data.Columns;
using MlGate.Data.Drift;
using MlGate.Data.Engines;
using MlGate.Data.Engines.DuckDb;
using MlGate.Data.Engines.DuckDb.Files;
using MlGate.Data.Leakage;
using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;
using MlGate.Runs;

namespace MlGate.Data.Profiles;

/// <summary>Aggregates over datasets, by DuckDB.</summary>
/// <param name="options">What the engine may use.</param>
/// <param name="cache">Keeps profiles and violations by content; null to compute always.</param>
/// <param name="remember">Without a cache: hold what was computed in memory, because it may be asked for again?</param>
internal sealed class DataProfiles(EngineOptions options, ICache? cache = null, bool remember = false) : IProfiles
{
    private static readonly IReadOnlyList<ViolationQuery> NoQueries = [];
    private readonly DatasetSession session = new(options);
    private readonly ScanCache kept = new(cache, remember);

    /// <inheritdoc/>
    public Task<Result<DatasetProfile>> ProfileAsync(IDataset dataset, bool isPairedNext, CancellationToken cancel) =>
        kept.ProfileAsync(
            ProfileKey.From(dataset, DuckDbDialect.Instance.Engine),
            async () => Profile(await ComputeAsync(dataset, NoQueries, wantsProfile: true, isPairedNext, cancel).ConfigureAwait(false)),
            cancel
        );

    /// <inheritdoc/>
    public async Task<Result<DatasetScan>> ScanAsync(
        IDataset dataset,
        IReadOnlyList<ViolationQuery> queries,
        bool isPairedNext,
        CancellationToken cancel
    )
    {
        // Where neither is known, one scan computes both.
        DatasetScan? both = null;
        var key = ProfileKey.From(dataset, DuckDbDialect.Instance.Engine);
        var profile = await kept.ProfileAsync(
                key,
                async () =>
                {
                    var scan = await ComputeAsync(dataset, queries, wantsProfile: true, isPairedNext, cancel).ConfigureAwait(false);
                    both = scan.Value;
                    return Profile(scan);
                },
                cancel
            )
            .ConfigureAwait(false);
        if (profile.Value is null || queries.Count == 0)
        {
            return profile.Value is null ? Result.Failed<DatasetScan>(profile.Problems) : new DatasetScan { Profile = profile.Value };
        }

        var answers = await kept.AnswersAsync(
                ProfileKey.From(key, queries),
                async () =>
                    Answers(both ?? await ComputeAsync(dataset, queries, wantsProfile: false, isPairedNext, cancel).ConfigureAwait(false)),
                cancel
            )
            .ConfigureAwait(false);
        return answers.Value is null
            ? Result.Failed<DatasetScan>(answers.Problems)
            : new DatasetScan
            {
                Profile = profile.Value,
                Violations = answers.Value.Violations,
                NotUsable = answers.Value.NotUsable,
            };
    }

    /// <inheritdoc/>
    public Task<Result<IReadOnlyList<PairedDistribution>>> PairAsync(
        IDataset baseline,
        IDataset candidate,
        PairedColumns columns,
        CancellationToken cancel
    )
    {
        // One declaration serves both versions: they must be read alike to be compared.
        var types = PairScan.TypesFor(candidate.Schema, columns);
        return session.OverAsync<IReadOnlyList<PairedDistribution>>(
            [(baseline, types), (candidate, types)],
            staging: true,
            keep: false,
            async (engine, sources) =>
            {
                // Nothing is compared twice.
                session.ForgetTables();
                return Result.Success(
                    await new PairScan(engine, sources[0], sources[1], candidate.Schema, columns, cancel).RunAsync().ConfigureAwait(false)
                );
            },
            cancel
        );
    }

    /// <inheritdoc/>
    public Task<Result<SharedRows>> FindSharedRowsAsync(IDataset one, IDataset other, CancellationToken cancel) =>
        session.OverAsync<SharedRows>(
            [(one, null), (other, null)],
            staging: true,
            keep: false,
            (engine, sources) => new SharedScan(engine, one.Id, (sources[0], one.Schema), (sources[1], other.Schema), cancel).RunAsync(),
            cancel
        );

    private static Result<QueryAnswers> Answers(Result<DatasetScan> scan) =>
        scan.Value is null ? Result.Failed<QueryAnswers>(scan.Problems) : new QueryAnswers(scan.Value.Violations, scan.Value.NotUsable);

    private static Result<DatasetProfile> Profile(Result<DatasetScan> scan) =>
        scan.Value is null ? Result.Failed<DatasetProfile>(scan.Problems) : scan.Value.Profile;

    private Task<Result<DatasetScan>> ComputeAsync(
        IDataset dataset,
        IReadOnlyList<ViolationQuery> queries,
        bool wantsProfile,
        bool isPairedNext,
        CancellationToken cancel
    ) =>
        session.OverAsync<DatasetScan>(
            [(dataset, TypedColumn.TypesFor(dataset.Schema))],
            staging: false,
            keep: isPairedNext,
            (engine, sources) => ScanAsync(engine, sources[0], dataset, queries, wantsProfile, cancel),
            cancel
        );

    private static async Task<Result<DatasetScan>> ScanAsync(
        ISqlEngine engine,
        DataSource source,
        IDataset dataset,
        IReadOnlyList<ViolationQuery> queries,
        bool wantsProfile,
        CancellationToken cancel
    )
    {
        var scan = await new ProfileScan(engine, source, dataset.Schema, queries, cancel).RunAsync(wantsProfile).ConfigureAwait(false);
        return !wantsProfile || scan.Profile.Rows > 0
            ? scan
            : DataFinding.Create(
                Diagnostics.DataEmpty,
                dataset.Id,
                source.Files[0].Name,
                "at least one row",
                "a header without rows",
                "Write the data again, or check the path"
            );
    }
}
