using MlGate.Data.Engines;
using MlGate.Data.Sources;
using MlGate.Gates;

namespace MlGate.Data.Columns;

/// <summary>A column under its declared type: SQL for its text and for its value.</summary>
/// <param name="Dialect">How the engine writes SQL.</param>
/// <param name="Column">The column.</param>
/// <param name="Declared">What is declared of how it is read; null for a column that the gate file does not name.</param>
/// <param name="Type">The declared type, or the closest to how it is stored.</param>
/// <param name="TextSql">The present value as text; NULL where it is missing.</param>
/// <param name="ValueSql">The value; NULL where it is missing or not of the type.</param>
internal sealed record TypedColumn(
    ISqlDialect Dialect,
    SourceColumn Column,
    ColumnSchema? Declared,
    ColumnType Type,
    string TextSql,
    string ValueSql
)
{
    /// <summary>
    /// The type that the file is read as, so that a value comes without its text; null where the text is needed.
    /// </summary>
    public ColumnType? ReadAs { get; private init; }

    /// <summary>Name of the text in the typed relation; the value's where no text is read.</summary>
    public string X => ReadAs is null ? "x" + Sql.Number(Column.Index) : V;

    /// <summary>Name of the value in the typed relation; the text's where they are the same.</summary>
    public string V { get; } = (ValueSql == TextSql ? "x" : "v") + Sql.Number(Column.Index);

    /// <summary>
    /// Name of what tells values of a key apart in the typed relation: the value, or the whole content where no value of the type holds it.
    /// </summary>
    public string K => KeySql is null ? V : "k" + Sql.Number(Column.Index);

    private string? KeySql =>
        Declared is { Type: not (ColumnType.Text or ColumnType.Category) } ? null
        : Column.Stored.Family == StoredFamily.Json ? TextSql
        : Column.Stored.IsNested ? Dialect.ContentText(Column)
        : null;

    /// <summary>Can a present value fail to be of the type?</summary>
    public bool CanFail => X != V;

    /// <summary>NULL of the type of <see cref="V"/>.</summary>
    public string NullSql => Dialect.Null(Column, Type);

    public bool IsNumber => Type is ColumnType.Integer or ColumnType.Number;

    public bool IsCategory => Type is ColumnType.Category or ColumnType.Boolean;

    public bool IsMoment => Type is ColumnType.Date or ColumnType.Timestamp;

    /// <summary>Texts that are likely to be values of a category, besides those of a sample; no result depends on them.</summary>
    public IReadOnlyList<string> Likely { get; init; } = [];

    /// <summary>The columns of a dataset as it is scanned.</summary>
    /// <param name="source">The data.</param>
    /// <param name="schema">How its columns are read.</param>
    /// <param name="queries">What is counted: some queries need the text of a column, some name likely values.</param>
    public static IReadOnlyList<TypedColumn> From(DataSource source, DatasetSchema schema, IReadOnlyList<ViolationQuery> queries)
    {
        var declared = schema.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var texts = queries.Where(query => query.NeedsText).SelectMany(query => query.Columns).ToHashSet(StringComparer.Ordinal);
        var likely = queries.OfType<BrokenValues>().ToLookup(query => query.Column, query => query.Allowed, StringComparer.Ordinal);
        return
        [
            .. source.Columns.Select(column =>
                From(source.Dialect, column, declared.GetValueOrDefault(column.Name), texts.Contains(column.Name)) with
                {
                    Likely = [.. likely[column.Name].SelectMany(values => values)],
                }
            ),
        ];
    }

    /// <summary>
    /// The type that a column of text is best held as, by its name: that of its values, where every field will be one.
    /// </summary>
    public static Func<string, ColumnType?> TypesFor(DatasetSchema schema)
    {
        var declared = schema.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        return name => declared.GetValueOrDefault(name) is { } column ? HeldAs(column.Type) : ColumnType.Text;
    }

    // A category is a text.
    private static ColumnType HeldAs(ColumnType type) => type == ColumnType.Category ? ColumnType.Text : type;

    /// <summary>One column.</summary>
    /// <param name="dialect">How the engine writes SQL.</param>
    /// <param name="column">The column.</param>
    /// <param name="declared">What is declared of how it is read; null for nothing.</param>
    /// <param name="needsText">Is its text needed, besides its value?</param>
    public static TypedColumn From(ISqlDialect dialect, SourceColumn column, ColumnSchema? declared, bool needsText = false)
    {
        var type = declared?.Type ?? column.Stored.Closest;
        if (!needsText && dialect.ReadPlain(column, type) is { } plain)
        {
            return new TypedColumn(dialect, column, declared, type, column.Sql, plain.Value) { ReadAs = plain.ReadAs };
        }

        return AsStored(dialect, column, declared);
    }

    /// <summary>The column from its fields as the file stores them, text for a text format.</summary>
    public static TypedColumn AsStored(ISqlDialect dialect, SourceColumn column, ColumnSchema? declared) =>
        AsStored(dialect, column, declared?.Type ?? column.Stored.Closest) with
        {
            Declared = declared,
        };

    /// <summary>The column under a type, from its fields as the file stores them.</summary>
    public static TypedColumn AsStored(ISqlDialect dialect, SourceColumn column, ColumnType type)
    {
        var (text, value) = dialect.Cast(column, type);
        return new TypedColumn(dialect, column, null, type, text, value);
    }

    /// <summary>The relation of texts and values of columns.</summary>
    /// <param name="source">The data.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="more">SQL of one more column.</param>
    /// <param name="wholeRows">Does that read columns of its own?</param>
    public static string Relation(DataSource source, IEnumerable<TypedColumn> columns, string? more = null, bool wholeRows = false)
    {
        var all = columns.ToList();
        var parts = all.SelectMany(column =>
                column.CanFail
                    ? new[] { $"{column.TextSql} AS {column.X}", $"{column.ValueSql} AS {column.V}" }
                    : [$"{column.ValueSql} AS {column.V}"]
            )
            .Concat(
                all.Where(column => column.KeySql is not null)
                    .DistinctBy(column => column.Column.Index)
                    .Select(column => $"{column.KeySql} AS {column.K}")
            );
        var used = wholeRows ? null : all.ConvertAll(column => column.Column.Index);
        var types = all.Where(column => column.ReadAs is not null)
            .DistinctBy(column => column.Column.Index)
            .ToDictionary(column => column.Column.Index, column => column.ReadAs!.Value);
        var selected = more is null ? parts.DefaultIfEmpty("1 AS one") : parts.Prepend(more);
        return $"(SELECT {string.Join(", ", selected)} FROM {source.Reading(types, used)})";
    }
}
