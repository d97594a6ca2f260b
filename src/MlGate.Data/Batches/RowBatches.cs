using System.Runtime.CompilerServices;
using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Data.Engines.DuckDb;
using MlGate.Data.Engines.DuckDb.Files;
using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Runs;

namespace MlGate.Data.Batches;

/// <summary>Columns of a dataset in batches, in row order, by DuckDB.</summary>
internal sealed class RowBatches(EngineOptions options) : IRowBatches
{
    private const int BatchRows = 8_192;

    /// <inheritdoc/>
    public async Task<Result<IReadOnlyList<string>>> ReadColumnsAsync(IDataset dataset, CancellationToken cancel)
    {
        await using var engine = await OpenAsync(dataset, cancel).ConfigureAwait(false);
        var source = await SourceOpener
            .OpenAsync(engine, dataset.Id, DataSource.FilesOf(dataset), MissingMarks.None, cancel)
            .ConfigureAwait(false);
        return source.Value is null
            ? Result.Failed<IReadOnlyList<string>>(source.Problems)
            : Result.Success<IReadOnlyList<string>>([.. source.Value.Columns.Select(column => column.Name)]);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The data cannot be read; its message is that of the finding.</exception>
    /// <exception cref="ArgumentException">A wanted column that the data does not have.</exception>
    public IAsyncEnumerable<RowBatch> ReadAsync(IDataset dataset, IReadOnlyList<BatchColumn> columns, CancellationToken cancel) =>
        ReadAsync(dataset, columns, withQuotes: false, cancel);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The data cannot be read; its message is that of the finding.</exception>
    /// <exception cref="ArgumentException">A wanted column that the data does not have.</exception>
    public IAsyncEnumerable<RowBatch> ReadWithQuotesAsync(IDataset dataset, IReadOnlyList<BatchColumn> columns, CancellationToken cancel) =>
        ReadAsync(dataset, columns, withQuotes: true, cancel);

    private async IAsyncEnumerable<RowBatch> ReadAsync(
        IDataset dataset,
        IReadOnlyList<BatchColumn> columns,
        bool withQuotes,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var engine = await OpenAsync(dataset, cancel).ConfigureAwait(false);
        var source = await SourceAsync(engine, dataset, MarksFor(dataset, columns), cancel).ConfigureAwait(false);
        source = withQuotes && source.WithQuotes is { } quoted ? quoted() : source;
        var typed = columns.Select(wanted => Typed(source, wanted)).ToList();
        var values = typed.Select((column, at) => ValueOf(column, columns[at].Type)).ToList();
        var batch = columns.Select(wanted => ArrayOf(wanted.Type)).ToArray();

        // The texts of what did not cast follow the values.
        var kept = columns
            .Index()
            .Where(wanted => wanted.Item.KeepsUnread && !typed[wanted.Index].Column.Has(FieldShapes.Integer | FieldShapes.Number))
            .Select(wanted => wanted.Index)
            .ToList();
        var unread = columns.Select((_, at) => kept.Contains(at) ? new string?[BatchRows] : null).ToArray();
        var sql = string.Join(
            ", ",
            values.Concat(kept.Select(at => $"CASE WHEN {values[at]} IS NULL THEN {typed[at].TextSql} END")).DefaultIfEmpty("1")
        );
        var rows = 0;
        await foreach (
            var row in GuardedAsync(engine, dataset.Id, source, $"SELECT {sql} FROM {source.From}", cancel).ConfigureAwait(false)
        )
        {
            for (var at = 0; at < batch.Length; at++)
            {
                Put(batch[at], rows, row, at);
            }

            for (var at = 0; at < kept.Count; at++)
            {
                Put(unread[kept[at]]!, rows, row, batch.Length + at);
            }

            if (++rows == BatchRows)
            {
                yield return new RowBatch(rows, batch) { Unread = unread };
                rows = 0;
            }
        }

        if (rows > 0)
        {
            yield return new RowBatch(rows, batch) { Unread = unread };
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The data cannot be read; its message is that of the finding.</exception>
    public async Task<IReadOnlyList<UInt128>> ReadRowKeysAsync(IDataset dataset, CancellationToken cancel)
    {
        await using var engine = await OpenAsync(dataset, cancel).ConfigureAwait(false);
        var source = await SourceAsync(engine, dataset, MissingMarks.None, cancel).ConfigureAwait(false);
        var hash = engine.Dialect.RowHash(source.Columns.Select(column => ComparedColumn.PlainOf(engine.Dialect, column)));
        var keys = new List<UInt128>();
        var seen = new Dictionary<UInt128, uint>();
        await foreach (
            var row in GuardedAsync(engine, dataset.Id, source, $"SELECT {hash} FROM {source.From}", cancel).ConfigureAwait(false)
        )
        {
            var key = row.Hash(0);
            ref var occurrence = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out _);
            keys.Add(Fold(key, occurrence++));
        }

        return keys;
    }

    // The first occurrence keeps its hash; later ones are moved by odd constants, so that equal rows get different keys wherever they
    // stand.
    private static UInt128 Fold(UInt128 key, uint occurrence) =>
        occurrence == 0 ? key : (key ^ ((UInt128)occurrence << 64) ^ occurrence) * new UInt128(0x9E3779B97F4A7C15, 0xF39CC0605CEDC835);

    private Task<DuckDbEngine> OpenAsync(IDataset dataset, CancellationToken cancel) =>
        DuckDbEngine.OpenAsync(options, DataSource.FilesOf(dataset).Select(file => file.Location), cancel);

    private static MissingMarks MarksFor(IDataset dataset, IReadOnlyList<BatchColumn> columns)
    {
        var marks = dataset.Schema.Marks;
        if (!marks.OfNumbersOnly)
        {
            return marks;
        }

        var texts = columns.Where(column => column.Type is not (BatchType.Single or BatchType.Double)).Select(column => column.Name);
        var numbers = columns.Select(column => column.Name).Except(texts, StringComparer.Ordinal);
        return new MissingMarks { Columns = numbers.ToDictionary(name => name, marks.For, StringComparer.Ordinal) };
    }

    private static async Task<DataSource> SourceAsync(DuckDbEngine engine, IDataset dataset, MissingMarks marks, CancellationToken cancel)
    {
        var source = await SourceOpener.OpenAsync(engine, dataset.Id, DataSource.FilesOf(dataset), marks, cancel).ConfigureAwait(false);
        return source.Value ?? throw new InvalidDataException(source.Problems[0].Message);
    }

    private static async IAsyncEnumerable<IRow> GuardedAsync(
        DuckDbEngine engine,
        CheckId id,
        DataSource source,
        string sql,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var rows = engine.ReadAsync(sql, cancel, streaming: true).ConfigureAwait(false).GetAsyncEnumerator();
        while (true)
        {
            try
            {
                if (!await rows.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (EngineException exception)
            {
                var finding = await EngineFailure.ExplainAsync(engine, id, source, exception, cancel).ConfigureAwait(false);
                throw new InvalidDataException(finding.Message);
            }

            yield return rows.Current;
        }
    }

    private static TypedColumn Typed(DataSource source, BatchColumn wanted)
    {
        var column = source.Find(wanted.Name) ?? throw new ArgumentException($"The data has no column '{wanted.Name}'.");
        var type = wanted.Type switch
        {
            BatchType.Text => ColumnType.Text,
            BatchType.Boolean => ColumnType.Boolean,
            _ => ColumnType.Number,
        };
        return TypedColumn.AsStored(source.Dialect, column, type);
    }

    private static string ValueOf(TypedColumn column, BatchType type) =>
        type switch
        {
            BatchType.Text => column.TextSql,
            BatchType.Single => column.Dialect.AsSingle(column.ValueSql),
            BatchType.Double => column.Dialect.AsDouble($"({column.ValueSql})"),
            _ => $"coalesce({column.ValueSql}, false)",
        };

    private static Array ArrayOf(BatchType type) =>
        type switch
        {
            BatchType.Text => new string?[BatchRows],
            BatchType.Single => new float[BatchRows],
            BatchType.Double => new double[BatchRows],
            _ => new bool[BatchRows],
        };

    private static void Put(Array column, int at, IRow row, int field)
    {
        switch (column)
        {
            case float[] singles:
                singles[at] = row.IsMissing(field) ? float.NaN : Finite(row.Single(field));
                break;
            case double[] doubles:
                doubles[at] = row.IsMissing(field) ? double.NaN : row.Number(field);
                break;
            case bool[] booleans:
                booleans[at] = row.Truth(field);
                break;
            case string?[] texts:
                texts[at] = row.IsMissing(field) ? null : row.Text(field);
                break;
        }
    }

    // A double beyond the range of a single is no single.
    private static float Finite(float value) => float.IsFinite(value) ? value : float.NaN;
}
