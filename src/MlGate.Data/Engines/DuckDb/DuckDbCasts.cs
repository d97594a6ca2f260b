using MlGate.Gates;

namespace MlGate.Data.Engines.DuckDb;

/// <summary>
/// SQL that casts strictly: what the engine would forgive (<c>0x10</c>, <c>1_000</c>, <c>1.5</c> as an integer, blanks, infinity) is not a
/// value.
/// </summary>
internal static class DuckDbCasts
{
    // Too short to overflow: what nearly every number matches needs no second look.
    private const string ShortNumberPattern = "-?([0-9]{1,20}(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,2})?";
    private const string DatePattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private const string MomentPattern = DatePattern + "([T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?";
    private const string OffsetPattern = ".{11}.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)";

    /// <summary>SQL of a column's text and of its value under a type.</summary>
    public static CastValue For(SourceColumn column, ColumnType type) =>
        column.Stored.Family switch
        {
            StoredFamily.Json => FromJson(column.Sql, type),
            StoredFamily.Text when !column.HasOwnType && FromPlain(column, type) is { } value => new(column.Sql, value),
            StoredFamily.Text
            or StoredFamily.Enumeration when column.HasOwnType && type is ColumnType.Integer or ColumnType.Number or ColumnType.Boolean =>
                new($"{column.Sql}::VARCHAR", "NULL::" + DuckDbTypes.NameOf(type)),
            StoredFamily.Text => FromText(column.Sql, type),
            StoredFamily.Enumeration => FromText($"{column.Sql}::VARCHAR", type),
            StoredFamily.Bytes or StoredFamily.Nested => new(
                $"CASE WHEN {column.Sql} IS NOT NULL THEN '' END",
                "NULL::" + DuckDbTypes.NameOf(type)
            ),
            _ => FromTyped(column.Sql, column.Stored, type),
        };

    /// <summary>The type of a column's value: single precision stays single, so that a limit can be rounded to it.</summary>
    public static string TypeOf(SourceColumn column, ColumnType type) => column.IsSingle(type) ? "FLOAT" : DuckDbTypes.NameOf(type);

    /// <summary>
    /// The type that a column's file can be read as at once, and SQL of the value from there: where every field is known to be such a
    /// value, no text need ever be made of it. Null where a field could fail.
    /// </summary>
    public static PlainValue? Plain(SourceColumn column, ColumnType type) =>
        type switch
        {
            _ when column.Stored.Family != StoredFamily.Text || column.HasOwnType || column.Marks.Count > 0 => null,
            ColumnType.Number when IsPlain(column, type) => new PlainValue(type, $"({OneZero(column.Sql)})"),
            _ => IsPlain(column, type) ? new PlainValue(type, column.Sql) : null,
        };

    private static bool IsPlain(SourceColumn column, ColumnType type) =>
        type switch
        {
            ColumnType.Integer => column.Has(FieldShapes.Integer),
            ColumnType.Number => column.Has(FieldShapes.Integer | FieldShapes.Number | FieldShapes.Exponent),
            ColumnType.Boolean => column.Has(FieldShapes.Truth),
            ColumnType.Date => column.Has(FieldShapes.Date),
            ColumnType.Timestamp => column.Has(FieldShapes.Date | FieldShapes.Moment),
            _ => false,
        };

    // Where every field is known to match the pattern, no value need be held against it.
    private static string? FromPlain(SourceColumn column, ColumnType type) =>
        type switch
        {
            ColumnType.Boolean => null,
            _ when !IsPlain(column, type) => null,
            ColumnType.Number => $"({OneZero($"TRY_CAST({column.Sql} AS DOUBLE)")})",
            _ => $"TRY_CAST({column.Sql} AS {DuckDbTypes.NameOf(type)})",
        };

    private static CastValue FromText(string text, ColumnType type) => new(text, FromTextTo(text, type));

    private static string FromTextTo(string text, ColumnType type) =>
        type switch
        {
            ColumnType.Integer => $"CASE WHEN {Matches(text, ValuePatterns.Integer)} THEN TRY_CAST({text} AS BIGINT) END",
            ColumnType.Number => $"CASE WHEN {Matches(text, ShortNumberPattern)} THEN {OneZero($"TRY_CAST({text} AS DOUBLE)")} WHEN "
                + $"{Matches(text, ValuePatterns.Number)} THEN {Finite($"TRY_CAST({text} AS DOUBLE)")} END",
            ColumnType.Boolean =>
                $"CASE lower({text}) WHEN 'true' THEN true WHEN '1' THEN true WHEN 'false' THEN false WHEN '0' THEN false END",
            ColumnType.Date => $"CASE WHEN {Matches(text, DatePattern)} THEN TRY_CAST({text} AS DATE) END",
            ColumnType.Timestamp =>
                $"CASE WHEN {Matches(text, MomentPattern)} THEN CASE WHEN strlen({text}) > 19 AND {Matches(text, OffsetPattern)} "
                    + $"THEN TRY_CAST({text} AS TIMESTAMPTZ) AT TIME ZONE 'UTC' ELSE TRY_CAST({text} AS TIMESTAMP) END END",
            _ => text,
        };

    private static CastValue FromTyped(string column, StoredType stored, ColumnType type)
    {
        var text = $"{column}::VARCHAR";
        var value = type switch
        {
            ColumnType.Integer when stored.IsInteger => $"TRY_CAST({column} AS BIGINT)",
            ColumnType.Integer when stored.IsFraction =>
                $"CASE WHEN isfinite({column}::DOUBLE) AND {column} = trunc({column}) THEN TRY_CAST({column} AS BIGINT) END",
            ColumnType.Number when stored.Family == StoredFamily.Single => $"CASE WHEN isfinite({column}) THEN {column} + 0.0::FLOAT END",
            ColumnType.Number when stored.IsNumber => Finite($"{column}::DOUBLE"),
            ColumnType.Boolean when stored.Family == StoredFamily.Boolean => column,
            ColumnType.Boolean when stored.IsInteger => $"CASE {column} WHEN 1 THEN true WHEN 0 THEN false END",
            ColumnType.Date when stored.Family == StoredFamily.Date => column,
            ColumnType.Date when stored.IsMoment =>
                $"CASE WHEN {Moment(column, stored)} = date_trunc('day', {Moment(column, stored)}) THEN {Moment(column, stored)}::DATE END",
            ColumnType.Timestamp when stored.IsMoment => Moment(column, stored),
            ColumnType.Category or ColumnType.Text => text,
            _ => "NULL::" + DuckDbTypes.NameOf(type),
        };
        return new(text, value);
    }

    // The kind of the token counts: "12" in quotes is a text, also when a number is declared.
    private static CastValue FromJson(string column, ColumnType type)
    {
        var text = $"({column} ->> '$')";
        var kinds = type switch
        {
            ColumnType.Integer or ColumnType.Number => "'UBIGINT', 'BIGINT', 'DOUBLE', 'HUGEINT', 'UHUGEINT'",
            ColumnType.Boolean => "'BOOLEAN', 'UBIGINT'",
            ColumnType.Date or ColumnType.Timestamp => "'VARCHAR'",
            _ => "'VARCHAR', 'UBIGINT', 'BIGINT', 'DOUBLE', 'HUGEINT', 'UHUGEINT', 'BOOLEAN'",
        };
        return new(text, $"CASE WHEN json_type({column}) IN ({kinds}) THEN {FromTextTo(text, type)} END");
    }

    private static string Moment(string column, StoredType stored) =>
        stored.Name == "TIMESTAMP WITH TIME ZONE" ? $"({column} AT TIME ZONE 'UTC')" : $"{column}::TIMESTAMP";

    private static string Matches(string text, string pattern) => $"regexp_full_match({text}, '{pattern}')";

    private static string Finite(string number) => $"CASE WHEN isfinite({number}) THEN {OneZero(number)} END";

    // Adding zero makes one zero of the two.
    private static string OneZero(string number) => $"{number} + 0.0::DOUBLE";
}
