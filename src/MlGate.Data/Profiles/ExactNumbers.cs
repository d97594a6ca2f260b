using MlGate.Data.Columns;
using MlGate.Data.Engine;
using MlGate.Gates;

namespace MlGate.Data.Profiles;

/// <summary>Number columns whose integers beyond 2^53 keep all their digits.</summary>
internal static class ExactNumbers
{
    private const double LargestExact = 1L << 53;

    /// <summary>Can the source hold integers that differ where their doubles do not?</summary>
    public static bool CanDiffer(TypedColumn column) =>
        column.Type == ColumnType.Number
        && (column.Column.StoredAs is "VARCHAR" or "JSON" || StoredTypes.IsInteger(column.Column.StoredAs));

    /// <summary>Is a number beyond the range in which every integer is a double?</summary>
    public static bool IsBeyond(double? number) => number is { } value && Math.Abs(value) >= LargestExact;

    /// <summary>The column with values that are equal only where the numbers are.</summary>
    public static TypedColumn For(TypedColumn column)
    {
        if (!CanDiffer(column))
        {
            return column;
        }

        var (text, value) = CastSql.For(column.Column, ColumnType.Number);
        var exact = StoredTypes.IsInteger(column.Column.StoredAs) ? column.Column.Sql : text;
        var key =
            $"CASE WHEN abs({value}) < {LargestExact:F0} THEN ({value})::VARCHAR ELSE coalesce(TRY_CAST({exact} AS HUGEINT)::VARCHAR, "
            + $"({value})::VARCHAR) END";
        return new TypedColumn(column.Column, column.Gate, ColumnType.Number, text, $"CASE WHEN {value} IS NOT NULL THEN {key} END");
    }
}
