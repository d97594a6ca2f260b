using MlGate.Data.Engines;
using MlGate.Gates;

namespace MlGate.Data.Columns;

/// <summary>
/// One column of two datasets: SQL of a text per side that is the same for equal values, however each side stores or writes them.
/// </summary>
/// <param name="Dialect">How the engine that has both writes SQL.</param>
/// <param name="One">The column of the first dataset.</param>
/// <param name="Other">The column of the other dataset.</param>
/// <param name="Declared">The type that a gate file declares; null for none.</param>
internal sealed record ComparedColumn(ISqlDialect Dialect, SourceColumn One, SourceColumn Other, ColumnType? Declared)
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
            _ when Either(type => type.IsNumber) => NumberOf(column),
            _ when Either(type => type.Family == StoredFamily.Boolean) => ValueOf(column, ColumnType.Boolean),
            _ when Either(type => type.IsMoment) => ValueOf(column, ColumnType.Timestamp),
            _ when column.Stored.IsNested => Dialect.ContentText(column),
            _ when Declared == ColumnType.Text || Either(type => !type.IsWritten) => PlainOf(Dialect, column),
            _ => Dialect.NumberText(PlainOf(Dialect, column), column.Shapes, leadingZeros: false, Single),
        };

    private bool Single => Either(type => type.Family == StoredFamily.Single);

    private bool Either(Func<StoredType, bool> holds) => holds(One.Stored) || holds(Other.Stored);

    private string NumberOf(SourceColumn column) =>
        column.Stored switch
        {
            { IsWritten: true } => Dialect.NumberText(PlainOf(Dialect, column), column.Shapes, leadingZeros: true, Single),
            { Scale: 0 } when !Single => Dialect.AsText(column.Sql),
            { IsNumber: true } => Dialect.NumberText(column.Sql, Single),
            _ => PlainOf(Dialect, column),
        };

    // What is not of the type is compared as it is written.
    private string ValueOf(SourceColumn column, ColumnType type)
    {
        var (text, value) = Dialect.Cast(column, type);
        return $"coalesce({Dialect.AsText($"({value})")}, {(column.Stored.IsNested ? Dialect.ContentText(column) : text)})";
    }

    /// <summary>SQL of a present value as it is written.</summary>
    public static string PlainOf(ISqlDialect dialect, SourceColumn column) =>
        column.Stored.IsNested ? dialect.ContentText(column) : dialect.Cast(column, ColumnType.Text).Text;
}
