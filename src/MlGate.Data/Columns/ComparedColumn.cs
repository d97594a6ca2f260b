using MlGate.Data.Engine;
using MlGate.Data.Sources;
using MlGate.Gates;

namespace MlGate.Data.Columns;

/// <summary>
/// One column of two datasets: SQL of a text per side that is the same for equal values, however each side stores or writes them.
/// </summary>
/// <param name="One">The column of the first dataset.</param>
/// <param name="Other">The column of the other dataset.</param>
/// <param name="Declared">The type that a gate file declares; null for none.</param>
internal sealed record ComparedColumn(SourceColumn One, SourceColumn Other, ColumnType? Declared)
{
    /// <summary>The text of a present value of the first dataset; NULL where it is missing.</summary>
    public string OneSql => TextOf(One);

    /// <summary>The text of a present value of the other dataset; NULL where it is missing.</summary>
    public string OtherSql => TextOf(Other);

    // A text format stores no type: what the other side stores decides, and where neither does, what is written like a number is one.
    private string TextOf(SourceColumn column) =>
        Declared switch
        {
            ColumnType.Integer or ColumnType.Number => NumberOf(column),
            ColumnType.Boolean or ColumnType.Date or ColumnType.Timestamp => ValueOf(column, Declared.Value),
            _ when Stored(type => StoredTypes.IsInteger(type) || StoredTypes.IsFraction(type)) => NumberOf(column),
            _ when Stored(type => type == "BOOLEAN") => ValueOf(column, ColumnType.Boolean),
            _ when Stored(StoredTypes.IsMoment) => ValueOf(column, ColumnType.Timestamp),
            _ when StoredTypes.IsNested(column.StoredAs) => NestedSql(column),
            _ when Declared == ColumnType.Text || Stored(type => type is not "VARCHAR" and not "JSON") => PlainOf(column),
            _ => NumberText.From(PlainOf(column), column.Shapes, leadingZeros: false, Single),
        };

    private bool Single => Stored(type => type == "FLOAT");

    private bool Stored(Func<string, bool> family) => family(One.StoredAs) || family(Other.StoredAs);

    private string NumberOf(SourceColumn column) =>
        column.StoredAs switch
        {
            "VARCHAR" or "JSON" => NumberText.From(PlainOf(column), column.Shapes, leadingZeros: true, Single),
            var type when !Single && (StoredTypes.IsInteger(type) || type.EndsWith(",0)", StringComparison.Ordinal)) =>
                $"{column.Sql}::VARCHAR",
            var type when StoredTypes.IsInteger(type) || StoredTypes.IsFraction(type) => NumberText.OfStored(column.Sql, Single),
            _ => PlainOf(column),
        };

    // What is not of the type is compared as it is written.
    private static string ValueOf(SourceColumn column, ColumnType type)
    {
        var (text, value) = CastSql.For(column, type);
        return $"coalesce(({value})::VARCHAR, {(StoredTypes.IsNested(column.StoredAs) ? NestedSql(column) : text)})";
    }

    /// <summary>SQL of a present value as it is written.</summary>
    public static string PlainOf(SourceColumn column) =>
        StoredTypes.IsNested(column.StoredAs) ? NestedSql(column) : CastSql.For(column, ColumnType.Text).Text;

    /// <summary>SQL of the whole content of a list, a struct, a map or bytes as one text.</summary>
    public static string NestedSql(SourceColumn column) =>
        column.StoredAs == "BLOB" ? $"md5({column.Sql})" : $"CASE WHEN {column.Sql} IS NOT NULL THEN to_json({column.Sql})::VARCHAR END";
}
