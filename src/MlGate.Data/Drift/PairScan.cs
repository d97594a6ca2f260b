using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Data.Sources;
using MlGate.Gates;
using MlGate.Profiles;
using MlGate.Runs;

namespace MlGate.Data.Drift;

/// <summary>Distributions of columns in two versions over one support.</summary>
/// <param name="engine">May read both.</param>
/// <param name="baseline">The earlier version.</param>
/// <param name="candidate">The later version.</param>
/// <param name="schema">How columns are read.</param>
/// <param name="wanted">Which columns and rows.</param>
/// <param name="cancel">Stops the reading.</param>
internal sealed class PairScan(
    ISqlEngine engine,
    DataSource baseline,
    DataSource candidate,
    DatasetSchema schema,
    PairedColumns wanted,
    CancellationToken cancel
)
{
    private const int MostPoints = 10_000;

    // Table expressions of what is staged.
    private string old = "";
    private string current = "";
    private string added = "";

    /// <summary>The types of the columns that are wanted in memory, by their names; null where whole rows are compared.</summary>
    public static Func<string, ColumnType?>? TypesFor(DatasetSchema schema, PairedColumns wanted)
    {
        var types = TypedColumn.TypesFor(schema);
        var names = wanted.Names.ToHashSet(StringComparer.Ordinal);
        return wanted.AddedRowsOnly ? null : name => names.Contains(name) ? types(name) : null;
    }

    /// <returns>A pair per wanted column that both versions have, in the order of the request.</returns>
    public async Task<IReadOnlyList<PairedDistribution>> RunAsync()
    {
        var judged = wanted
            .Names.Where(name => declared.ContainsKey(name) && baseline.Find(name) is not null && candidate.Find(name) is not null)
            .Select(name => (Old: Typed(baseline.Find(name)!, declared[name]), New: Typed(candidate.Find(name)!, declared[name])))
            .ToList();
        if (judged.Count == 0)
        {
            return [];
        }

        // Columns in memory are queried where they are.
        var isStaged = AddedRowsOnly || !judged.TrueForAll(column => IsInMemory(baseline, column.Old) && IsInMemory(candidate, column.New));
        if (isStaged)
        {
            await StageAsync(judged).ConfigureAwait(false);
        }

        var pairs = new PairedDistribution[judged.Count];
        var sorted = isStaged
            ? []
            : judged
                .Index()
                .Select(column => (column.Index, Pair: SortedPair.From(baseline, column.Item.Old, candidate, column.Item.New)))
                .Where(column => column.Pair is not null)
                .ToList();
        Parallel.ForEach(sorted, new ParallelOptions { CancellationToken = cancel }, column =>
            pairs[column.Index] = column.Pair!.Merge(MostPoints)
        );
        foreach (var (at, column) in judged.Index())
        {
            var pooled = isStaged ? Pooled(at) : Pooled(column);
            pairs[at] ??= await (
                column.Old.IsNumber ? NumbersAsync(column.Old.Column.Name, pooled) : CategoriesAsync(column.Old.Column.Name, pooled)
            ).ConfigureAwait(false);
        }

        return pairs;
    }

    private static bool IsInMemory(DataSource source, TypedColumn column) =>
        source.Table is { } table && table.Has([(column.Column.Index, column.ReadAs ?? ColumnType.Text)]);

    private string Pooled((TypedColumn Old, TypedColumn New) column) =>
        $"(SELECT {ValueOf(column.Old)} AS v, 1 AS b, 0 AS c FROM {TypedColumn.Relation(baseline, [column.Old])} UNION ALL "
        + $"SELECT {ValueOf(column.New)}, 0, 1 FROM {TypedColumn.Relation(candidate, [column.New])})";

    private static string ValueOf(TypedColumn column) =>
        column.IsNumber ? column.Dialect.AsDouble(column.V)
        : column.Type == ColumnType.Boolean ? column.V
        : column.X;

    // Reads each version once, typed, into the engine's own format: columns are then read one at a time.
    private async Task StageAsync(List<(TypedColumn Old, TypedColumn New)> judged)
    {
        var rows = AddedRowsOnly
            ? baseline
                .Columns.Where(column => candidate.Find(column.Name) is not null)
                .Select(column => new ComparedColumn(
                    engine.Dialect,
                    column,
                    candidate.Find(column.Name)!,
                    declared.GetValueOrDefault(column.Name)?.Type
                ))
                .ToList()
            : [];
        old = await TableAsync(baseline, judged.ConvertAll(column => column.Old), rows.ConvertAll(column => column.OneSql))
            .ConfigureAwait(false);
        current = await TableAsync(candidate, judged.ConvertAll(column => column.New), rows.ConvertAll(column => column.OtherSql))
            .ConfigureAwait(false);
        if (!AddedRowsOnly)
        {
            return;
        }

        // Only rows beyond as many equal ones of the baseline are new; equal rows have equal values, so any of them stands for all.
        var names = string.Join("", judged.Select((_, at) => $", v{at}"));
        var values = string.Join("", judged.Select((_, at) => $", min(v{at}) AS v{at}"));
        added = await engine
            .StageAsync(
                $"SELECT a.n - coalesce(b.n, 0) AS w{names} FROM (SELECT h, count(*) AS n{values} FROM {current} AS c GROUP BY h) AS a "
                    + $"LEFT JOIN (SELECT h, count(*) AS n FROM {old} AS o GROUP BY h) AS b USING (h) WHERE a.n > coalesce(b.n, 0)",
                cancel
            )
            .ConfigureAwait(false);
    }

    private Task<string> TableAsync(DataSource source, List<TypedColumn> columns, List<string> rowTexts)
    {
        var values = columns.Select((column, at) => $"{ValueOf(column)} AS v{at}");
        var hash = AddedRowsOnly ? engine.Dialect.RowHash(rowTexts) + " AS h" : null;
        var relation = TypedColumn.Relation(source, columns, hash, wholeRows: hash is not null);
        return engine.StageAsync($"SELECT {string.Join(", ", hash is null ? values : values.Prepend("h"))} FROM {relation}", cancel);
    }

    private bool AddedRowsOnly => wanted.AddedRowsOnly;

    private readonly Dictionary<string, ColumnSchema> declared = schema.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);

    // The text of a row is made from its fields as they are stored.
    private TypedColumn Typed(SourceColumn column, ColumnSchema declared) =>
        AddedRowsOnly ? TypedColumn.AsStored(engine.Dialect, column, declared) : TypedColumn.From(engine.Dialect, column, declared);

    private string Pooled(int at) =>
        AddedRowsOnly
            ? $"(SELECT v{at} AS v, 1 AS b, 0 AS c FROM {old} AS o UNION ALL SELECT v{at}, 0, w FROM {added} AS a)"
            : $"(SELECT v{at} AS v, 1 AS b, 0 AS c FROM {old} AS o UNION ALL SELECT v{at}, 0, 1 FROM {current} AS c)";

    private async Task<PairedDistribution> CategoriesAsync(string name, string pooled)
    {
        var groups = new List<(string? Value, long Baseline, long Candidate)>();
        var query = $"SELECT {engine.Dialect.AsText("v")}, sum(b), sum(c) FROM {pooled} AS pooled GROUP BY v";
        await foreach (var row in engine.ReadAsync(query, cancel).ConfigureAwait(false))
        {
            groups.Add((row.IsMissing(0) ? null : row.Text(0), row.Integer(1), row.Integer(2)));
        }

        groups.Sort(
            (one, other) =>
                (one.Value is null).CompareTo(other.Value is null) is var missing && missing != 0
                    ? missing
                    : string.CompareOrdinal(one.Value, other.Value)
        );
        return new PairedDistribution
        {
            Column = name,
            Values = [],
            Categories = groups.ConvertAll(group => group.Value),
            Baseline = groups.ConvertAll(group => group.Baseline),
            Candidate = groups.ConvertAll(group => group.Candidate),
        };
    }

    private async Task<PairedDistribution> NumbersAsync(string name, string pooled)
    {
        var known = new AggregateQuery(engine.Dialect);
        var (rows, others, largest) = (known.Add("sum(b)"), known.Add("sum(c)"), known.Add("max(abs(v))"));
        var present = $"FROM {pooled} AS pooled WHERE v IS NOT NULL";
        known.Fill(await engine.FirstAsync($"SELECT {known.Select} {present}", cancel).ConfigureAwait(false));
        var support = new Support(known.Count(rows), known.Count(others), known.Number(largest) ?? 0, MostPoints);
        var query = $"SELECT v, sum(b), sum(c) {present} GROUP BY v ORDER BY v";
        await foreach (var row in engine.ReadAsync(query, cancel, streaming: true).ConfigureAwait(false))
        {
            support.Add(row.Number(0), row.Integer(1), row.Integer(2));
        }

        return support.Pair(name);
    }
}
