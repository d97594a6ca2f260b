using System.Globalization;
using System.Text;
using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Data.Sources;

namespace MlGate.Data.Profiles;

/// <summary>
/// Some values of every column, the same for the same bytes. It chooses scales, bins and likely categories; no result depends on its being
/// typical.
/// </summary>
internal sealed class Sample
{
    private const int Windows = 64;
    private const int WindowBytes = 32 << 10;
    private const int FewestWindows = 8;
    private const int RowsOfWindow = 4;
    private const int EngineRows = 20_000;
    private readonly Dictionary<int, List<string>> values;

    private Sample(Dictionary<int, List<string>> values) => this.values = values;

    public IReadOnlyList<string> Texts(TypedColumn column) => values[column.Column.Index];

    /// <summary>The values of one column as those of another one.</summary>
    public Sample As(TypedColumn column, TypedColumn other) => new(new() { [other.Column.Index] = values[column.Column.Index] });

    /// <summary>The finite numbers among a column's values, ascending.</summary>
    public double[] Numbers(TypedColumn column)
    {
        var numbers = new List<double>();
        foreach (var text in Texts(column))
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            {
                // The shortest text of a single is not the double that it is compared as.
                numbers.Add(column.Column.IsSingle(column.Type) ? (float)number : number);
            }
        }

        numbers.Sort();
        return [.. numbers];
    }

    public static async Task<Sample> TakeAsync(
        ISqlEngine engine,
        DataSource source,
        IReadOnlyList<TypedColumn> columns,
        CancellationToken cancel
    )
    {
        var sample = new Sample(columns.ToDictionary(column => column.Column.Index, _ => new List<string>()));
        if (source.Format.IsDelimited())
        {
            sample.TakeWindows(source);
        }
        else
        {
            await sample.TakeFirstRowsAsync(engine, source, columns, cancel).ConfigureAwait(false);
        }

        return sample;
    }

    private async Task TakeFirstRowsAsync(
        ISqlEngine engine,
        DataSource source,
        IReadOnlyList<TypedColumn> columns,
        CancellationToken cancel
    )
    {
        var texts = string.Join(", ", columns.Select(column => column.X));
        var query = $"SELECT {texts} FROM {TypedColumn.Relation(source, columns)} LIMIT {EngineRows}";
        await foreach (var row in engine.ReadAsync(query, cancel).ConfigureAwait(false))
        {
            for (var at = 0; at < columns.Count; at++)
            {
                if (!row.IsMissing(at))
                {
                    values[columns[at].Column.Index].Add(row.Text(at));
                }
            }
        }
    }

    // Windows all over the files, because the first rows of a sorted file are like no others.
    private void TakeWindows(DataSource source)
    {
        // A row must fit into a window: rows of a wide table are about as long as its header.
        var windowBytes = source.Wide is null ? WindowBytes : Math.Max(WindowBytes, RowsOfWindow * LengthOfHeader(source));
        var windows = Math.Max(1, Math.Max(FewestWindows, Windows / (windowBytes / WindowBytes)) / source.Files.Count);
        foreach (var file in source.Files)
        {
            using var handle = File.OpenHandle(file.Location);
            var length = RandomAccess.GetLength(handle);
            var bytes = new byte[(int)Math.Min(length, length <= windows * (long)windowBytes ? length : windowBytes)];
            var count = bytes.Length == length ? 1 : windows;
            for (var window = 0; window < count; window++)
            {
                var at = count == 1 ? 0 : (length - bytes.Length) / (count - 1) * window;
                var read = RandomAccess.Read(handle, bytes, at);
                TakeLines(bytes.AsSpan(0, read), source);
            }
        }
    }

    private static int LengthOfHeader(DataSource source) =>
        (int)Math.Min(TextCaps.Header, source.Columns.Sum(column => (long)column.Name.Length + 1));

    // The first line is a header or the rest of a row; the last one may be cut.
    private void TakeLines(ReadOnlySpan<byte> text, DataSource source)
    {
        var delimiter = source.Format.Delimiter();
        for (var end = text.IndexOf((byte)'\n'); end >= 0; end = text.IndexOf((byte)'\n'))
        {
            text = text[(end + 1)..];
            var line = text[..Math.Max(0, text.IndexOf((byte)'\n'))];
            if (!line.ContainsAny((byte)'"', (byte)'\r'))
            {
                TakePlain(line, (byte)delimiter, source.Columns.Count);
            }
            else if (CsvHeader.Parse(line, delimiter, whole: true) is { } fields && fields.Count == source.Columns.Count)
            {
                for (var column = 0; column < fields.Count; column++)
                {
                    if (fields[column].Length > 0)
                    {
                        values[column].Add(fields[column]);
                    }
                }
            }
        }
    }

    private void TakePlain(ReadOnlySpan<byte> line, byte delimiter, int columns)
    {
        if (line.Count(delimiter) != columns - 1)
        {
            return;
        }

        var column = 0;
        foreach (var field in line.Split(delimiter))
        {
            if (!line[field].IsEmpty)
            {
                values[column].Add(Encoding.UTF8.GetString(line[field]));
            }

            column++;
        }
    }
}
