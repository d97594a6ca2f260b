using System.Numerics;
using MlGate.Data.Columns;
using MlGate.Data.Engine;
using MlGate.Data.Sources;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Data.Drift;

/// <summary>Distributions of columns in two versions over one support.</summary>
internal sealed class PairScan(EngineSession session, DataSource baseline, DataSource candidate, DatasetGate gate, CancellationToken cancel)
{
    private const int MostPoints = 10_000;

    /// <summary>The engine's types of the columns that are wanted in memory, by their names; null where whole rows are compared.</summary>
    public static Func<string, string?>? TypesFor(DatasetGate gate)
    {
        if (gate.Drift is { AddedRowsOnly: true })
        {
            return null;
        }

        var judged = gate.Columns.Where(column => IsJudged(gate, column)).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        var types = TypedColumn.TypesFor(gate);
        return name => judged.Contains(name) ? types(name) : null;
    }

    /// <returns>A pair per judged column that both versions have, in the order of the gate.</returns>
    public IReadOnlyList<PairedDistribution> Run()
    {
        var judged = gate
            .Columns.Where(column => IsJudged(gate, column))
            .Select(column => (Gate: column, Old: baseline.Find(column.Name), New: candidate.Find(column.Name)))
            .Where(column => column.Old is not null && column.New is not null)
            .Select(column => (Old: Typed(column.Old!, column.Gate), New: Typed(column.New!, column.Gate)))
            .ToList();
        if (judged.Count == 0)
        {
            return [];
        }

        // Columns in memory are queried where they are.
        var isStaged = AddedRowsOnly || !judged.TrueForAll(column => IsInMemory(baseline, column.Old) && IsInMemory(candidate, column.New));
        if (isStaged)
        {
            Stage(judged);
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
            pairs[at] ??= column.Old.IsNumber ? Numbers(column.Old.Column.Name, pooled) : Categories(column.Old.Column.Name, pooled);
        }

        return pairs;
    }

    private static bool IsInMemory(DataSource source, TypedColumn column) =>
        source.Table is { } table && table.Has([(column.Column.Index, column.ReadAs ?? "VARCHAR")]);

    private string Pooled((TypedColumn Old, TypedColumn New) column) =>
        $"(SELECT {ValueOf(column.Old)} AS v, 1 AS b, 0 AS c FROM {TypedColumn.Relation(baseline, [column.Old])} UNION ALL "
        + $"SELECT {ValueOf(column.New)}, 0, 1 FROM {TypedColumn.Relation(candidate, [column.New])})";

    private static string ValueOf(TypedColumn column) =>
        column.IsNumber ? $"{column.V}::DOUBLE"
        : column.Type == ColumnType.Boolean ? column.V
        : column.X;

    // Free texts, moments, names and groups have no distribution that should stay, unless the gate file asks.
    private static bool IsJudged(DatasetGate gate, ColumnGate column) =>
        (gate.Drift?.Columns.ContainsKey(column.Name) ?? false)
        || (
            column.Role is not (ColumnRole.Id or ColumnRole.Ignore or ColumnRole.Group or ColumnRole.Time)
            && column.Type.Value is ColumnType.Integer or ColumnType.Number or ColumnType.Boolean or ColumnType.Category
        );

    // Reads each version once, typed, into the engine's own format: columns are then read one at a time.
    private void Stage(List<(TypedColumn Old, TypedColumn New)> judged)
    {
        var rows = AddedRowsOnly
            ? baseline
                .Columns.Where(column => candidate.Find(column.Name) is not null)
                .Select(column => new ComparedColumn(
                    column,
                    candidate.Find(column.Name)!,
                    declared.GetValueOrDefault(column.Name)?.Type.Value
                ))
                .ToList()
            : [];
        Table("old", baseline, judged.ConvertAll(column => column.Old), rows.ConvertAll(column => column.OneSql));
        Table("new", candidate, judged.ConvertAll(column => column.New), rows.ConvertAll(column => column.OtherSql));
        if (!AddedRowsOnly)
        {
            return;
        }

        // Only rows beyond as many equal ones of the baseline are new; equal rows have equal values, so any of them stands for all.
        var values = string.Join(", ", judged.Select((_, at) => $"any_value(v{at}) AS v{at}"));
        session.Run(
            $"CREATE TABLE added AS SELECT a.* EXCLUDE (n), a.n - coalesce(b.n, 0) AS w FROM (SELECT h, count(*) AS n, {values} FROM "
                + $"new GROUP BY h) a LEFT JOIN (SELECT h, count(*) AS n FROM old GROUP BY h) b USING (h) WHERE a.n > coalesce(b.n, 0)",
            cancel
        );
    }

    private void Table(string name, DataSource source, List<TypedColumn> columns, List<string> rowTexts)
    {
        var values = columns.Select((column, at) => $"{ValueOf(column)} AS v{at}");
        var hash = AddedRowsOnly ? RowHash.OfTexts(rowTexts) + " AS h" : null;
        var relation = TypedColumn.Relation(source, columns, hash, wholeRows: hash is not null);
        session.Run(
            $"CREATE TABLE {name} AS SELECT {string.Join(", ", hash is null ? values : values.Prepend("h"))} FROM {relation}",
            cancel
        );
    }

    private bool AddedRowsOnly => gate.Drift is { AddedRowsOnly: true };

    private readonly Dictionary<string, ColumnGate> declared = gate.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);

    // The text of a row is made from its fields as they are stored.
    private TypedColumn Typed(SourceColumn column, ColumnGate declared) =>
        AddedRowsOnly ? TypedColumn.AsStored(column, declared) : TypedColumn.From(column, declared);

    private string Pooled(int at) =>
        AddedRowsOnly
            ? $"(SELECT v{at} AS v, 1 AS b, 0 AS c FROM old UNION ALL SELECT v{at}, 0, w FROM added)"
            : $"(SELECT v{at} AS v, 1 AS b, 0 AS c FROM old UNION ALL SELECT v{at}, 0, 1 FROM new)";

    private PairedDistribution Categories(string name, string pooled)
    {
        var groups = new List<(string? Value, long Baseline, long Candidate)>();
        foreach (var row in session.Rows($"SELECT v::VARCHAR, sum(b)::BIGINT, sum(c)::BIGINT FROM {pooled} GROUP BY v", cancel))
        {
            groups.Add((row.IsDBNull(0) ? null : row.GetString(0), row.GetInt64(1), row.GetInt64(2)));
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

    private PairedDistribution Numbers(string name, string pooled)
    {
        var known = session.Row(
            $"SELECT coalesce(sum(b), 0)::HUGEINT, coalesce(sum(c), 0)::HUGEINT, coalesce(max(abs(v)), 0)::DOUBLE FROM {pooled} "
                + $"WHERE v IS NOT NULL",
            cancel
        );
        var support = new Support((long)(BigInteger)known[0]!, (long)(BigInteger)known[1]!, (double)known[2]!, MostPoints);
        foreach (
            var row in session.Rows(
                $"SELECT v, sum(b)::BIGINT, sum(c)::BIGINT FROM {pooled} WHERE v IS NOT NULL GROUP BY v ORDER BY v",
                cancel,
                streaming: true
            )
        )
        {
            support.Add(row.GetDouble(0), row.GetInt64(1), row.GetInt64(2));
        }

        return support.Pair(name);
    }
}
