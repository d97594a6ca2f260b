using MlGate.Data.Engines;
using MlGate.Data.Tables;

namespace MlGate.Data.Sources;

/// <summary>
/// Sees how all fields of each column are written, at the speed of memory, so that the engine need not hold every value against a pattern;
/// and keeps them, if asked to, in a table that the engine can query.
/// </summary>
/// <remarks>
/// It knows plain text only: one stray quote, one lone carriage return or one row of another length, and it knows nothing, and the patterns
/// decide.
/// </remarks>
internal sealed class FieldScan
{
    // Two halves are read side by side where they take longer than to begin a second thread.
    private const long LargeFile = 4 << 20;

    private readonly FieldSettings settings;
    private readonly List<PartScan> parts = [];
    private bool known = true;

    /// <param name="settings">What is known of the text, and what is to be kept of it.</param>
    public FieldScan(FieldSettings settings) => this.settings = settings;

    /// <summary>The shapes of a column's present fields; <see cref="FieldShapes.Other"/> where they are not known.</summary>
    public FieldShapes Shapes(int column) =>
        known ? parts.Aggregate(FieldShapes.None, (shapes, part) => shapes | part.Shapes(column)) : FieldShapes.Other;

    /// <summary>Are a column's present fields integers, each larger than the one before?</summary>
    public bool Climbs(int column)
    {
        var ranges = parts.Where(part => part.Shapes(column) != FieldShapes.None).Select(part => part.Climb(column)).ToList();
        return known
            && ranges.Count > 0
            && ranges.TrueForAll(range => range is not null)
            && ranges.Zip(ranges.Skip(1)).All(pair => pair.First!.Value.Last < pair.Second!.Value.First);
    }

    /// <summary>The table of all files that were read; null if none was wanted, or it is too large or unknown.</summary>
    public TypedTable? Table() => known && settings.Types is not null ? TableBuilder.Join([.. parts.Select(part => part.Table!)]) : null;

    /// <summary>Reads the next file.</summary>
    public void Read(string path, CancellationToken cancel)
    {
        if (!known)
        {
            return;
        }

        var length = new FileInfo(path).Length;
        var middle = length < LargeFile ? length : RowAfter(path, length / 2);
        if (middle == length || !ReadHalves(path, middle, length, cancel))
        {
            var whole = new PartScan(settings, header: true, settings.MostBytes);
            whole.Read(path, 0, length, cancel);
            parts.Add(whole);
            known = whole.IsPlain;
        }
    }

    // The first half shows whether a row begins where the second one does: it ends there with a whole row.
    private bool ReadHalves(string path, long middle, long length, CancellationToken cancel)
    {
        var upper = new PartScan(settings, header: true, settings.MostBytes / 2);
        var lower = new PartScan(settings, header: false, settings.MostBytes / 2);
        var second = Task.Run(() => lower.Read(path, middle, length, cancel), cancel);
        try
        {
            upper.Read(path, 0, middle, cancel);
        }
        finally
        {
            second.GetAwaiter().GetResult();
        }

        if (upper.IsPlain && lower.IsPlain)
        {
            parts.AddRange([upper, lower]);
            return true;
        }

        return false;
    }

    // What follows a line end, which may stand in a field with quotes.
    private static long RowAfter(string path, long offset)
    {
        using var file = File.OpenHandle(path);
        var buffer = new byte[1 << 16];
        while (true)
        {
            var text = buffer.AsSpan(0, RandomAccess.Read(file, buffer, offset));
            var end = text.IndexOf((byte)'\n');
            if (end >= 0 || text.IsEmpty)
            {
                return offset + end + 1;
            }

            offset += text.Length;
        }
    }
}
