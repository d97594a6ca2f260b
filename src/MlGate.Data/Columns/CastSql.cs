using MlGate.Data.Engine;
using MlGate.Data.Sources;
using MlGate.Gates;

namespace MlGate.Data.Columns;

/// <summary>
/// SQL that casts strictly: what the engine would forgive (<c>0x10</c>, <c>1_000</c>, <c>1.5</c> as an integer, blanks, infinity) is not a
/// value.
/// </summary>
internal static class CastSql
{
    public const string IntegerPattern = "-?[0-9]+";
    public const string NumberPattern = "-?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?";

    // Too short to overflow: what nearly every number matches needs no second look.
    private const string ShortNumberPattern = "-?([0-9]{1,20}(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,2})?";
    private const string DatePattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private const string MomentPattern = DatePattern + "([T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?";
    private const string OffsetPattern = ".{11}.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)";

    /// <summary>SQL of a column's text and of its value under a type.</summary>
    public static (string Text, string Value) For(SourceColumn column, ColumnType type) =>
        column.StoredAs switch
        {
            "JSON" => FromJson(column.Sql, type),
            "VARCHAR" when !column.HasOwnType && FromPlain(column, type) is { } value => (column.Sql, value),
            _ when column.HasOwnType
                    && StoredTypes.IsText(column.StoredAs)
                    && type is ColumnType.Integer or ColumnType.Number or ColumnType.Boolean => (
                $"{column.Sql}::VARCHAR",
                "NULL::" + EngineType(type)
            ),
            _ when StoredTypes.IsText(column.StoredAs) => FromText(
                column.StoredAs == "VARCHAR" ? column.Sql : $"{column.Sql}::VARCHAR",
                type
            ),
            _ when StoredTypes.IsScalar(column.StoredAs) => FromTyped(column.Sql, column.StoredAs, type),
            _ => ($"CASE WHEN {column.Sql} IS NOT NULL THEN '' END", "NULL::" + EngineType(type)),
        };

    /// <summary>The engine's type of a column's value: single precision stays single, so that a limit can be rounded to it.</summary>
    public static string EngineType(SourceColumn column, ColumnType type) => IsSingle(column, type) ? "FLOAT" : EngineType(type);

    /// <summary>Are the column's values numbers of single precision?</summary>
    public static bool IsSingle(SourceColumn column, ColumnType type) => type == ColumnType.Number && column.StoredAs == "FLOAT";

    /// <summary>The engine's type of a value.</summary>
    public static string EngineType(ColumnType type) =>
        type switch
        {
            ColumnType.Integer => "BIGINT",
            ColumnType.Number => "DOUBLE",
            ColumnType.Boolean => "BOOLEAN",
            ColumnType.Date => "DATE",
            ColumnType.Timestamp => "TIMESTAMP",
            _ => "VARCHAR",
        };

    /// <summary>
    /// The engine's type that a column's file can be read as at once, and SQL of the value from there: where every field is known to be
    /// such a value, no text need ever be made of it. Null where a field could fail.
    /// </summary>
    public static (string ReadAs, string Value)? Plain(SourceColumn column, ColumnType type) =>
        type switch
        {
            _ when column.StoredAs != "VARCHAR" || column.HasOwnType || column.Marks.Count > 0 => null,
            ColumnType.Integer when column.Has(FieldShapes.Integer) => ("BIGINT", column.Sql),
            ColumnType.Number when column.Has(FieldShapes.Integer | FieldShapes.Number | FieldShapes.Exponent) => (
                "DOUBLE",
                $"({OneZero(column.Sql)})"
            ),
            ColumnType.Boolean when column.Has(FieldShapes.Truth) => ("BOOLEAN", column.Sql),
            ColumnType.Date when column.Has(FieldShapes.Date) => ("DATE", column.Sql),
            ColumnType.Timestamp when column.Has(FieldShapes.Date | FieldShapes.Moment) => ("TIMESTAMP", column.Sql),
            _ => null,
        };

    // Where every field is known to match the pattern, no value need be held against it.
    private static string? FromPlain(SourceColumn column, ColumnType type) =>
        type switch
        {
            ColumnType.Integer when column.Has(FieldShapes.Integer) => $"TRY_CAST({column.Sql} AS BIGINT)",
            ColumnType.Number when column.Has(FieldShapes.Integer | FieldShapes.Number | FieldShapes.Exponent) =>
                $"({OneZero($"TRY_CAST({column.Sql} AS DOUBLE)")})",
            ColumnType.Date when column.Has(FieldShapes.Date) => $"TRY_CAST({column.Sql} AS DATE)",
            ColumnType.Timestamp when column.Has(FieldShapes.Date | FieldShapes.Moment) => $"TRY_CAST({column.Sql} AS TIMESTAMP)",
            _ => null,
        };

    private static (string Text, string Value) FromText(string text, ColumnType type) => (text, FromTextTo(text, type));

    private static string FromTextTo(string text, ColumnType type) =>
        type switch
        {
            ColumnType.Integer => $"CASE WHEN {Matches(text, IntegerPattern)} THEN TRY_CAST({text} AS BIGINT) END",
            ColumnType.Number => $"CASE WHEN {Matches(text, ShortNumberPattern)} THEN {OneZero($"TRY_CAST({text} AS DOUBLE)")} WHEN "
                + $"{Matches(text, NumberPattern)} THEN {Finite($"TRY_CAST({text} AS DOUBLE)")} END",
            ColumnType.Boolean =>
                $"CASE lower({text}) WHEN 'true' THEN true WHEN '1' THEN true WHEN 'false' THEN false WHEN '0' THEN false END",
            ColumnType.Date => $"CASE WHEN {Matches(text, DatePattern)} THEN TRY_CAST({text} AS DATE) END",
            ColumnType.Timestamp =>
                $"CASE WHEN {Matches(text, MomentPattern)} THEN CASE WHEN strlen({text}) > 19 AND {Matches(text, OffsetPattern)} "
                    + $"THEN TRY_CAST({text} AS TIMESTAMPTZ) AT TIME ZONE 'UTC' ELSE TRY_CAST({text} AS TIMESTAMP) END END",
            _ => text,
        };

    private static (string Text, string Value) FromTyped(string column, string stored, ColumnType type)
    {
        var text = $"{column}::VARCHAR";
        var value = type switch
        {
            ColumnType.Integer when StoredTypes.IsInteger(stored) => $"TRY_CAST({column} AS BIGINT)",
            ColumnType.Integer when StoredTypes.IsFraction(stored) =>
                $"CASE WHEN isfinite({column}::DOUBLE) AND {column} = trunc({column}) THEN TRY_CAST({column} AS BIGINT) END",
            ColumnType.Number when stored == "FLOAT" => $"CASE WHEN isfinite({column}) THEN {column} + 0.0::FLOAT END",
            ColumnType.Number when StoredTypes.IsInteger(stored) || StoredTypes.IsFraction(stored) => Finite($"{column}::DOUBLE"),
            ColumnType.Boolean when stored == "BOOLEAN" => column,
            ColumnType.Boolean when StoredTypes.IsInteger(stored) => $"CASE {column} WHEN 1 THEN true WHEN 0 THEN false END",
            ColumnType.Date when stored == "DATE" => column,
            ColumnType.Date when StoredTypes.IsMoment(stored) =>
                $"CASE WHEN {Moment(column, stored)} = date_trunc('day', {Moment(column, stored)}) THEN {Moment(column, stored)}::DATE END",
            ColumnType.Timestamp when StoredTypes.IsMoment(stored) => Moment(column, stored),
            ColumnType.Category or ColumnType.Text => text,
            _ => "NULL::" + EngineType(type),
        };
        return (text, value);
    }

    // The kind of the token counts: "12" in quotes is a text, also when a number is declared.
    private static (string Text, string Value) FromJson(string column, ColumnType type)
    {
        var text = $"({column} ->> '$')";
        var kinds = type switch
        {
            ColumnType.Integer or ColumnType.Number => "'UBIGINT', 'BIGINT', 'DOUBLE', 'HUGEINT', 'UHUGEINT'",
            ColumnType.Boolean => "'BOOLEAN', 'UBIGINT'",
            ColumnType.Date or ColumnType.Timestamp => "'VARCHAR'",
            _ => "'VARCHAR', 'UBIGINT', 'BIGINT', 'DOUBLE', 'HUGEINT', 'UHUGEINT', 'BOOLEAN'",
        };
        return (text, $"CASE WHEN json_type({column}) IN ({kinds}) THEN {FromTextTo(text, type)} END");
    }

    private static string Moment(string column, string stored) =>
        stored == "TIMESTAMP WITH TIME ZONE" ? $"({column} AT TIME ZONE 'UTC')" : $"{column}::TIMESTAMP";

    private static string Matches(string text, string pattern) => $"regexp_full_match({text}, '{pattern}')";

    private static string Finite(string number) => $"CASE WHEN isfinite({number}) THEN {OneZero(number)} END";

    // Adding zero makes one zero of the two.
    private static string OneZero(string number) => $"{number} + 0.0::DOUBLE";
}
