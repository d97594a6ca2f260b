using MlGate.Data.Columns;
using MlGate.Data.Engines;
using MlGate.Gates;

namespace MlGate.Data.Constraints;

/// <summary>
/// SQL that compares a column's numbers with numbers of the gate file: exactly for integers, rounded to the column's precision for
/// single-precision numbers.
/// </summary>
internal static class LimitSql
{
    private const double Beyond64Bits = 9_223_372_036_854_775_808;

    /// <summary>True for a value below a limit.</summary>
    public static string Below(TypedColumn column, GateNumber limit) =>
        column.Type == ColumnType.Integer
            ? Integer(limit, Math.Ceiling) is { } whole
                ? $"{column.V} < {Sql.Number(whole)}"
                : Outside(column, limit.Value > 0)
            : $"{column.V} < {Literal(column, limit)}";

    /// <summary>True for a value above a limit.</summary>
    public static string Above(TypedColumn column, GateNumber limit) =>
        column.Type == ColumnType.Integer
            ? Integer(limit, Math.Floor) is { } whole
                ? $"{column.V} > {Sql.Number(whole)}"
                : Outside(column, limit.Value < 0)
            : $"{column.V} > {Literal(column, limit)}";

    /// <summary>The literals of a domain; without those that no value of the column can be.</summary>
    public static IReadOnlyList<string> Domain(TypedColumn column, IReadOnlyList<string> domain)
    {
        var literals = new List<string>();
        foreach (var text in domain)
        {
            if (!GateNumber.TryParse(text, out var number))
            {
                continue;
            }

            if (column.Type != ColumnType.Integer)
            {
                literals.Add(Literal(column, number));
            }
            else if (number.Whole is { } whole)
            {
                literals.Add(Sql.Number(whole));
            }
        }

        return literals;
    }

    /// <summary>A literal of the column's precision.</summary>
    public static string Literal(TypedColumn column, GateNumber number) =>
        column.Column.IsSingle(column.Type) ? column.Dialect.Single(number.Value) : column.Dialect.Number(number.Value);

    // The nearest 64-bit integer in one direction; null beyond 64 bits.
    private static long? Integer(GateNumber limit, Func<double, double> round) =>
        limit.Whole ?? (limit.Value is >= -Beyond64Bits and < Beyond64Bits ? (long)round(limit.Value) : null);

    // A limit beyond 64 bits is broken by every value or by none.
    private static string Outside(TypedColumn column, bool broken) => broken ? $"{column.V} IS NOT NULL" : "false";
}
