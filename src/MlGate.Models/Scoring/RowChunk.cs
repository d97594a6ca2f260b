using MlGate.Runs;

namespace MlGate.Models.Scoring;

/// <summary>Some rows in memory, filled from batches and scored by every model before the next rows are read.</summary>
internal sealed class RowChunk
{
    private const int MostRows = 32_768;
    private const int MostCells = 4_000_000;
    private readonly List<(FieldBuffer Buffer, int Column)> filled = [];
    private readonly Dictionary<InputField, FieldBuffer> byField;

    /// <param name="fields">The fields that models read.</param>
    /// <param name="counted">A column that is read when there are no fields, so that rows are counted.</param>
    /// <param name="delimited">Is the test set CSV or TSV?</param>
    public RowChunk(IReadOnlyCollection<InputField> fields, string counted, bool delimited)
    {
        Columns = fields.Count == 0 ? [new BatchColumn(counted, BatchType.Text)] : [.. fields.Select(field => field.Source).Distinct()];
        Capacity = Math.Clamp(MostCells / Math.Max(1, fields.Count), 256, MostRows);
        byField = fields.ToDictionary(field => field, field => new FieldBuffer(field, delimited, Capacity));
        var places = Columns.Index().ToDictionary(column => column.Item, column => column.Index);
        filled.AddRange(byField.Select(pair => (pair.Value, places[pair.Key.Source])));
    }

    private RowChunk(RowChunk other, int rows)
    {
        Columns = other.Columns;
        Capacity = other.Capacity;
        byField = other.byField;
        Rows = rows;
    }

    /// <summary>The columns that are read.</summary>
    public IReadOnlyList<BatchColumn> Columns { get; }

    /// <summary>Rows that fit.</summary>
    public int Capacity { get; }

    /// <summary>Rows that are there.</summary>
    public int Rows { get; private set; }

    /// <summary>Values of a field, of which the first <see cref="Rows"/> hold, and counts over all rows so far.</summary>
    public FieldBuffer this[InputField field] => byField[field];

    /// <summary>Takes rows of a batch from one on, as many as fit; returns how many.</summary>
    public int Take(RowBatch batch, int from)
    {
        var count = Math.Min(batch.Rows - from, Capacity - Rows);
        foreach (var (buffer, column) in filled)
        {
            buffer.Take(batch, column, from, Rows, count);
        }

        Rows += count;
        return count;
    }

    /// <summary>Makes room for the next rows.</summary>
    public void Clear() => Rows = 0;

    /// <summary>Only the first rows, sharing the values.</summary>
    public RowChunk Head(int rows) => new(this, Math.Min(rows, Rows));
}
