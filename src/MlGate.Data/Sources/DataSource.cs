using System.Collections.Immutable;
using MlGate.Data.Engines;
using MlGate.Data.Tables;
using MlGate.Gates;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Data.Sources;

/// <summary>
/// A dataset whose files were found to be readable: what to select from, with the columns named <c>c0</c>, <c>c1</c>, … by position.
/// </summary>
/// <remarks>Names from a header never reach SQL as identifiers: SQL folds their case and the data does not.</remarks>
internal sealed record DataSource
{
    /// <summary>How the engine that has it writes SQL.</summary>
    public required ISqlDialect Dialect { get; init; }

    public required SourceFormat Format { get; init; }

    public required IReadOnlyList<ArtifactFile> Files { get; init; }

    // Set with the columns, so that a copy with other columns finds those.
    private readonly Lazy<Dictionary<string, SourceColumn>> byName = new();

    public required IReadOnlyList<SourceColumn> Columns
    {
        get;
        init => (field, byName) = (value, new(() => value.ToDictionary(column => column.Name, StringComparer.Ordinal)));
    }

    /// <summary>A table expression of SQL, every column as <see cref="SourceColumn.Stored"/> says.</summary>
    public string From => Reading(ImmutableDictionary<int, ColumnType>.Empty, null);

    /// <summary>
    /// The table expression with the columns of some indices read as other types; only a text format can do it, and only for
    /// fields that are all known to be of the type.
    /// </summary>
    /// <remarks>The second argument has the indices of all columns that are used: the others can be left out. Without it none is.</remarks>
    public required Func<IReadOnlyDictionary<int, ColumnType>, IReadOnlyCollection<int>?, string> Reading { get; init; }

    /// <summary>Columns in memory, where they were asked for and are not too large; null for none.</summary>
    public TypedTable? Table { get; init; }

    /// <summary>How few of very many columns of text are read; null for another table.</summary>
    public WideText? Wide { get; init; }

    /// <summary>A table expression of the rows of one of the files.</summary>
    public required Func<ArtifactFile, string> ReadingFile { get; init; }

    /// <summary>The same files with the quotes around fields as a part of the text; null for formats without quotes.</summary>
    public Func<DataSource>? WithQuotes { get; init; }

    public long Size => Files.Sum(file => file.Size);

    /// <summary>The files of a dataset.</summary>
    public static IReadOnlyList<ArtifactFile> FilesOf(IDataset dataset) =>
        dataset.Source is DatasetFiles source
            ? source.Files
            : throw new NotSupportedException($"A dataset of files is read here, not one of {dataset.Source.GetType().Name}");

    public SourceColumn? Find(string name) => byName.Value.GetValueOrDefault(name);
}
