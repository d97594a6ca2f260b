using MlGate.Predictions;

namespace MlGate.Models.Scoring;

/// <summary>Some rows in memory, filled from batches and scored by every model before the next rows are read.</summary>
internal sealed class RowChunk
{
    private const int MostRows = 32_768;
    private const int MostCells = 4_000_000;
    private readonly Dictionary<BatchColumn, Array> byColumn;

    public RowChunk(IReadOnlyList<BatchColumn> columns)
    {
        Columns = columns;
        Capacity = Math.Clamp(MostCells / Math.Max(1, columns.Count), 256, MostRows);
        byColumn = columns.ToDictionary(column => column, column => NewArray(column.Type, Capacity));
    }

    /// <summary>The columns that are read.</summary>
    public IReadOnlyList<BatchColumn> Columns { get; }

    /// <summary>Rows that fit.</summary>
    public int Capacity { get; }

    /// <summary>Rows that are there.</summary>
    public int Rows { get; private set; }

    /// <summary>Values of a column; the first <see cref="Rows"/> hold.</summary>
    public Array this[BatchColumn column] => byColumn[column];

    /// <summary>Copies rows of a batch from one on, as many as fit; returns how many.</summary>
    public int Take(RowBatch batch, int from)
    {
        var count = Math.Min(batch.Rows - from, Capacity - Rows);
        for (var index = 0; index < Columns.Count; index++)
        {
            Array.Copy(batch.Columns[index], from, byColumn[Columns[index]], Rows, count);
        }

        Rows += count;
        return count;
    }

    /// <summary>Makes room for the next rows.</summary>
    public void Clear() => Rows = 0;

    /// <summary>Only the first rows, sharing the values.</summary>
    public RowChunk Head(int rows) => new(this, Math.Min(rows, Rows));

    private RowChunk(RowChunk other, int rows)
    {
        Columns = other.Columns;
        Capacity = other.Capacity;
        byColumn = other.byColumn;
        Rows = rows;
    }

    private static Array NewArray(BatchType type, int length) => type switch
    {
        BatchType.Text => new string?[length],
        BatchType.Single => new float[length],
        BatchType.Double => new double[length],
        BatchType.Boolean => new bool[length],
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
