using System.Globalization;
using MlGate.Gates;

namespace MlGate.Data.Engine;

/// <summary>The engine's names of types, sorted into families.</summary>
internal static class StoredTypes
{
    public static bool IsInteger(string type) =>
        type
            is "TINYINT"
                or "SMALLINT"
                or "INTEGER"
                or "BIGINT"
                or "HUGEINT"
                or "UTINYINT"
                or "USMALLINT"
                or "UINTEGER"
                or "UBIGINT"
                or "UHUGEINT";

    public static bool IsFraction(string type) =>
        type is "FLOAT" or "DOUBLE" || (type.StartsWith("DECIMAL(", StringComparison.Ordinal) && !IsList(type));

    /// <summary>Digits after the decimal point of a type that holds its numbers exactly; null for another.</summary>
    public static int? ScaleOf(string type) =>
        IsInteger(type) ? 0
        : type.StartsWith("DECIMAL(", StringComparison.Ordinal) && !IsList(type)
            ? int.Parse(type[(type.IndexOf(',', StringComparison.Ordinal) + 1)..^1], CultureInfo.InvariantCulture)
        : null;

    public static bool IsMoment(string type) => type is "DATE" || (type.StartsWith("TIMESTAMP", StringComparison.Ordinal) && !IsList(type));

    public static bool IsText(string type) => type is "VARCHAR" || (type.StartsWith("ENUM(", StringComparison.Ordinal) && !IsList(type));

    /// <summary>Can a value be shown as one text?</summary>
    public static bool IsScalar(string type) =>
        IsInteger(type)
        || IsFraction(type)
        || IsMoment(type)
        || IsText(type)
        || type is "BOOLEAN" or "UUID" or "TIME" or "TIME WITH TIME ZONE" or "INTERVAL";

    /// <summary>Is a value a list, a struct, a map or bytes, of which a profile has no text?</summary>
    public static bool IsNested(string type) => type != "JSON" && !IsScalar(type);

    // A list or an array is named after its element: DECIMAL(2,1)[].
    private static bool IsList(string type) => type.EndsWith(']');

    /// <summary>The declared type that a column would have if its storage said so.</summary>
    public static ColumnType Closest(string type) =>
        type switch
        {
            _ when IsInteger(type) => ColumnType.Integer,
            _ when IsFraction(type) => ColumnType.Number,
            "BOOLEAN" => ColumnType.Boolean,
            "DATE" => ColumnType.Date,
            _ when IsMoment(type) => ColumnType.Timestamp,
            _ => ColumnType.Text,
        };
}
