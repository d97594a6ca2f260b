using MlGate.Data.Columns;
using MlGate.Gates;

namespace MlGate.Data.Profiles;

/// <summary>Number columns whose integers beyond 2^53 keep all their digits.</summary>
internal static class ExactNumbers
{
    private const double LargestExact = 1L << 53;

    /// <summary>Can the source hold integers that differ where their doubles do not?</summary>
    public static bool CanDiffer(TypedColumn column) =>
        column.Type == ColumnType.Number && (column.Column.Stored.IsWritten || column.Column.Stored.IsInteger);

    /// <summary>Is a number beyond the range in which every integer is a double?</summary>
    public static bool IsBeyond(double? number) => number is { } value && Math.Abs(value) >= LargestExact;

    /// <summary>The column with values that are equal only where the numbers are.</summary>
    public static TypedColumn For(TypedColumn column)
    {
        if (!CanDiffer(column))
        {
            return column;
        }

        var dialect = column.Dialect;
        var (text, value) = dialect.Cast(column.Column, ColumnType.Number);
        var exact = dialect.WholeText(column.Column.Stored.IsInteger ? column.Column.Sql : text);
        var shown = dialect.AsText($"({value})");
        var key = $"CASE WHEN abs({value}) < {LargestExact:F0} THEN {shown} ELSE coalesce({exact}, {shown}) END";
        var equal = $"CASE WHEN {value} IS NOT NULL THEN {key} END";
        return new TypedColumn(dialect, column.Column, column.Declared, ColumnType.Number, text, equal);
    }
}
