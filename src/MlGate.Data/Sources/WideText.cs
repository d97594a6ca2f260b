using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Data.Sources;

/// <summary>
/// Delimited text of very many columns. The engine pays for all of them whenever it reads one: it is given copies of few columns.
/// </summary>
/// <param name="folder">Holds the copies.</param>
/// <param name="files">The files, with one kind of line end.</param>
/// <param name="delimiter">Between fields.</param>
/// <param name="columns">Columns of every file.</param>
/// <param name="reader">SQL that reads a file without a header: location, bytes of its longest row, columns with their types, null for
/// text.</param>
/// <param name="cancel">Stops the reading.</param>
internal sealed class WideText(
    PrivateFolder folder,
    IReadOnlyList<ArtifactFile> files,
    char delimiter,
    int columns,
    Func<string, int, IReadOnlyList<(int Index, ColumnType? Type)>, string> reader,
    CancellationToken cancel
)
{
    /// <summary>A table with more columns is wide.</summary>
    public const int FewColumns = 400;

    private const int NoPart = -1;

    // Threads of the engine read a buffer each: with large ones a short file has work for one of them only.
    private const int SmallBuffer = 1 << 20;

    // A plan grows with its aggregates, and an exact one holds a table of its own.
    private const int PartColumns = 50;
    private const int LargePartColumns = 400;
    private const long SmallPartBytes = 16 << 20;
    private readonly long size = files.Sum(file => file.Size);
    private IReadOnlyList<string>? parts;
    private bool isSplit;
    private int longestOfStacks;

    /// <summary>Can what is computed of one part hold all its values?</summary>
    public bool HasSmallParts => BytesOfColumn * PartColumns <= SmallPartBytes;

    /// <summary>Bytes of a column, on average.</summary>
    public long BytesOfColumn => Math.Max(1, size / columns);

    /// <summary>Columns of a part.</summary>
    public int WidthOfPart => HasSmallParts ? PartColumns : LargePartColumns;

    /// <summary>The number of the part that holds all of some columns; -1 for none.</summary>
    public int PartOf(IEnumerable<int> indices)
    {
        var numbers = indices.Select(index => Math.Min(index / WidthOfPart, PartCount - 1)).Distinct().Take(2).ToList();
        return numbers.Count < 2 ? numbers.FirstOrDefault() : NoPart;
    }

    /// <summary>SQL that reads a copy of few columns, some of which are wanted; null if there is none with all of them.</summary>
    /// <param name="used">The wanted columns.</param>
    /// <param name="types">The types of those that are not read as text.</param>
    public string? Reading(IReadOnlyCollection<int> used, IReadOnlyDictionary<int, ColumnType> types)
    {
        var part = PartOf(used);
        if (part == NoPart)
        {
            return null;
        }

        if (!isSplit)
        {
            isSplit = true;
            var all = Enumerable.Range(0, PartCount).Select(IndicesOf).ToList();
            parts = ColumnCopies.SideBySide(folder, Locations, delimiter, columns, all, cancel);
        }

        return parts is null
            ? null
            : reader(
                parts[part],
                TextCaps.Row,
                [.. IndicesOf(part).Select(index => (index, types.TryGetValue(index, out var type) ? type : (ColumnType?)null))]
            );
    }

    /// <summary>Copies with one field a row, and the number of its column before it.</summary>
    /// <param name="groups">Per copy its columns.</param>
    /// <returns>Per copy its location; null if the text is not well-formed.</returns>
    public IReadOnlyList<string>? Stack(IReadOnlyList<IReadOnlyList<int>> groups)
    {
        (var stacks, longestOfStacks) = ColumnCopies.Stacked(folder, Locations, delimiter, columns, groups, cancel);
        return stacks;
    }

    /// <summary>SQL that reads a copy of <see cref="Stack"/>: column 0 is the field, column 1 the number of the column.</summary>
    public string ReadingStacked(string location, ColumnType? type) =>
        reader(location, Math.Max(longestOfStacks, SmallBuffer), [(1, ColumnType.Integer), (0, type)]);

    private IEnumerable<string> Locations => files.Select(file => file.Location);

    // The last one takes the rest too: a row of one empty field would be an empty line.
    private int PartCount => Math.Max(1, columns / WidthOfPart);

    private IReadOnlyList<int> IndicesOf(int part) =>
        [.. Enumerable.Range(part * WidthOfPart, part == PartCount - 1 ? columns - (part * WidthOfPart) : WidthOfPart)];
}
