using DuckDB.NET.Data;
using MlGate.Data.Columns;
using MlGate.Data.Drift;
using MlGate.Data.Engine;
using MlGate.Data.Sources;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Data.Batches;

/// <summary>Columns of a dataset in batches, in row order, by DuckDB.</summary>
internal sealed class RowBatches(EngineOptions options) : IRowBatches
{
    private const int BatchRows = 8_192;
    private readonly MissingMarks marks = MissingMarks.None;
    private readonly bool marksOfNumbersOnly;

    private RowBatches(EngineOptions options, MissingMarks marks, bool ofNumbersOnly)
        : this(options) => (this.marks, marksOfNumbersOnly) = (marks, ofNumbersOnly);

    /// <inheritdoc/>
    public IRowBatches With(MissingMarks marks, bool ofNumbersOnly) => new RowBatches(options, marks, ofNumbersOnly);

    /// <inheritdoc/>
    public Result<IReadOnlyList<string>> Columns(IReadOnlyList<ArtifactFile> files)
    {
        using var session = Open(files);
        var source = SourceOpener.Open(session, IdOf(files), files, MissingMarks.None, CancellationToken.None);
        return source.Value is null
            ? Result.Failed<IReadOnlyList<string>>(source.Problems)
            : Result.Success<IReadOnlyList<string>>([.. source.Value.Columns.Select(column => column.Name)]);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The data cannot be read; its message is that of the finding.</exception>
    /// <exception cref="ArgumentException">A wanted column that the data does not have.</exception>
    public IEnumerable<RowBatch> Read(IReadOnlyList<ArtifactFile> files, IReadOnlyList<BatchColumn> columns, CancellationToken cancel) =>
        Read(files, columns, withQuotes: false, cancel);

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The data cannot be read; its message is that of the finding.</exception>
    /// <exception cref="ArgumentException">A wanted column that the data does not have.</exception>
    public IEnumerable<RowBatch> ReadWithQuotes(
        IReadOnlyList<ArtifactFile> files,
        IReadOnlyList<BatchColumn> columns,
        CancellationToken cancel
    ) => Read(files, columns, withQuotes: true, cancel);

    private IEnumerable<RowBatch> Read(
        IReadOnlyList<ArtifactFile> files,
        IReadOnlyList<BatchColumn> columns,
        bool withQuotes,
        CancellationToken cancel
    )
    {
        using var session = Open(files);
        var source = Source(session, files, MarksFor(columns), cancel);
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
        foreach (var row in Guarded(session, source, $"SELECT {sql} FROM {source.From}", cancel))
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
    public IReadOnlyList<UInt128> RowKeys(IReadOnlyList<ArtifactFile> files, CancellationToken cancel)
    {
        using var session = Open(files);
        var source = Source(session, files, MissingMarks.None, cancel);
        var hash = RowHash.OfTexts(source.Columns.Select(ComparedColumn.PlainOf));
        var keys = new List<UInt128>();
        var seen = new Dictionary<UInt128, uint>();
        foreach (
            var row in Guarded(
                session,
                source,
                $"SELECT (h >> 64)::UBIGINT, (h & 18446744073709551615::UHUGEINT)::UBIGINT FROM (SELECT {hash} AS h FROM {source.From})",
                cancel
            )
        )
        {
            var key = new UInt128((ulong)row.GetValue(0), (ulong)row.GetValue(1));
            ref var occurrence = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out _);
            keys.Add(Fold(key, occurrence++));
        }

        return keys;
    }

    // The first occurrence keeps its hash; later ones are moved by odd constants, so that equal rows get different keys wherever they
    // stand.
    private static UInt128 Fold(UInt128 key, uint occurrence) =>
        occurrence == 0 ? key : (key ^ ((UInt128)occurrence << 64) ^ occurrence) * new UInt128(0x9E3779B97F4A7C15, 0xF39CC0605CEDC835);

    private EngineSession Open(IReadOnlyList<ArtifactFile> files) => EngineSession.Open(options, files.Select(file => file.Location));

    private MissingMarks MarksFor(IReadOnlyList<BatchColumn> columns)
    {
        if (!marksOfNumbersOnly)
        {
            return marks;
        }

        var texts = columns.Where(column => column.Type is not (BatchType.Single or BatchType.Double)).Select(column => column.Name);
        var numbers = columns.Select(column => column.Name).Except(texts, StringComparer.Ordinal);
        return new MissingMarks { Columns = numbers.ToDictionary(name => name, marks.For, StringComparer.Ordinal) };
    }

    private static string IdOf(IReadOnlyList<ArtifactFile> files) => files.Count == 0 ? "data" : files[0].Name;

    private static DataSource Source(EngineSession session, IReadOnlyList<ArtifactFile> files, MissingMarks marks, CancellationToken cancel)
    {
        var source = SourceOpener.Open(session, IdOf(files), files, marks, cancel);
        return source.Value ?? throw new InvalidDataException(source.Problems[0].Message);
    }

    private static IEnumerable<DuckDBDataReader> Guarded(EngineSession session, DataSource source, string sql, CancellationToken cancel)
    {
        using var rows = session.Rows(sql, cancel, streaming: true).GetEnumerator();
        while (true)
        {
            try
            {
                if (!rows.MoveNext())
                {
                    yield break;
                }
            }
            catch (DuckDBException exception)
            {
                throw new InvalidDataException(EngineFailure.Explain(session, IdOf(source.Files), source, exception, cancel).Message);
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
        var (text, value) = CastSql.For(column, type);
        return new TypedColumn(column, null, type, text, value);
    }

    private static string ValueOf(TypedColumn column, BatchType type) =>
        type switch
        {
            BatchType.Text => column.TextSql,
            BatchType.Single => $"TRY_CAST({column.ValueSql} AS FLOAT)",
            BatchType.Double => $"({column.ValueSql})::DOUBLE",
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

    private static void Put(Array column, int at, DuckDBDataReader row, int field)
    {
        switch (column)
        {
            case float[] singles:
                singles[at] = row.IsDBNull(field) ? float.NaN : Finite(row.GetFloat(field));
                break;
            case double[] doubles:
                doubles[at] = row.IsDBNull(field) ? double.NaN : row.GetDouble(field);
                break;
            case bool[] booleans:
                booleans[at] = row.GetBoolean(field);
                break;
            case string?[] texts:
                texts[at] = row.IsDBNull(field) ? null : row.GetString(field);
                break;
        }
    }

    // A double beyond the range of a single is no single.
    private static float Finite(float value) => float.IsFinite(value) ? value : float.NaN;
}
