using System.Collections.Immutable;
using MlGate.Data.Tables;
using MlGate.Versions;

namespace MlGate.Data.Sources;

/// <summary>
/// A dataset whose files were found to be readable: what to select from, with the columns named <c>c0</c>, <c>c1</c>, … by position.
/// </summary>
/// <remarks>Names from a header never reach SQL as identifiers: SQL folds their case and the data does not.</remarks>
internal sealed record DataSource
{
    public required SourceFormat Format { get; init; }

    public required IReadOnlyList<ArtifactFile> Files { get; init; }

    // Set with the columns, so that a copy with other columns finds those.
    private readonly Lazy<Dictionary<string, SourceColumn>> byName = new();

    public required IReadOnlyList<SourceColumn> Columns
    {
        get;
        init => (field, byName) = (value, new(() => value.ToDictionary(column => column.Name, StringComparer.Ordinal)));
    }

    /// <summary>A table expression of SQL, every column as <see cref="SourceColumn.StoredAs"/> says.</summary>
    public string From => Reading(ImmutableDictionary<int, string>.Empty, null);

    /// <summary>
    /// The table expression with the columns of some indices read as other types of the engine; only a text format can do it, and only for
    /// fields that are all known to be of the type.
    /// </summary>
    /// <remarks>The second argument has the indices of all columns that are used: the others can be left out. Without it none is.</remarks>
    public required Func<IReadOnlyDictionary<int, string>, IReadOnlyCollection<int>?, string> Reading { get; init; }

    /// <summary>Columns in memory, where they were asked for and are not too large; null for none.</summary>
    public TypedTable? Table { get; init; }

    /// <summary>How few of very many columns of text are read; null for another table.</summary>
    public WideText? Wide { get; init; }

    /// <summary>A table expression of the rows of one of the files.</summary>
    public required Func<ArtifactFile, string> ReadingFile { get; init; }

    /// <summary>The same files with the quotes around fields as a part of the text; null for formats without quotes.</summary>
    public Func<DataSource>? WithQuotes { get; init; }

    public long Size => Files.Sum(file => file.Size);

    public SourceColumn? Find(string name) => byName.Value.GetValueOrDefault(name);
}

/// <summary>One column of a dataset.</summary>
/// <param name="Index">Position, from 0.</param>
/// <param name="Name">Name, as in the data.</param>
/// <param name="StoredAs">The engine's type: <c>VARCHAR</c> for text formats, <c>JSON</c> for JSON lines.</param>
internal sealed record SourceColumn(int Index, string Name, string StoredAs)
{
    public string Sql { get; } = "c" + Engine.Sql.Number(Index);

    /// <summary>How its present fields are written, where that is known.</summary>
    public FieldShapes Shapes { get; init; } = FieldShapes.Other;

    /// <summary>Texts that mean "no value"; they are already NULL in what <see cref="DataSource.Reading"/> gives.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>Is <see cref="StoredAs"/> the type that the file itself declares? Then a text is no number.</summary>
    public bool HasOwnType { get; init; }

    /// <summary>Are its present fields known to be integers, each larger than the one before? Then none repeats.</summary>
    public bool Climbs { get; init; }

    /// <summary>Are all present fields known to be of these shapes?</summary>
    public bool Has(FieldShapes only) => (Shapes & ~only) == 0;
}
