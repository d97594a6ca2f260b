using System.Globalization;
using MlGate.Gates;

namespace MlGate.Data.Engines.DuckDb;

/// <summary>DuckDB's names of types.</summary>
internal static class DuckDbTypes
{
    /// <summary>A field of a text format.</summary>
    public static readonly StoredType Text = Parse("VARCHAR");

    /// <summary>A value of a JSON line.</summary>
    public static readonly StoredType Json = Parse("JSON");

    public static StoredType Parse(string name) => new(name, FamilyOf(name), ScaleOf(name));

    /// <summary>The type of a value of a declared type.</summary>
    public static string NameOf(ColumnType type) =>
        type switch
        {
            ColumnType.Integer => "BIGINT",
            ColumnType.Number => "DOUBLE",
            ColumnType.Boolean => "BOOLEAN",
            ColumnType.Date => "DATE",
            ColumnType.Timestamp => "TIMESTAMP",
            _ => "VARCHAR",
        };

    private static StoredFamily FamilyOf(string name) =>
        name switch
        {
            "TINYINT"
            or "SMALLINT"
            or "INTEGER"
            or "BIGINT"
            or "HUGEINT"
            or "UTINYINT"
            or "USMALLINT"
            or "UINTEGER"
            or "UBIGINT"
            or "UHUGEINT" => StoredFamily.Integer,
            "FLOAT" => StoredFamily.Single,
            "DOUBLE" => StoredFamily.Double,
            "BOOLEAN" => StoredFamily.Boolean,
            "DATE" => StoredFamily.Date,
            "VARCHAR" => StoredFamily.Text,
            "JSON" => StoredFamily.Json,
            "BLOB" => StoredFamily.Bytes,
            "UUID" or "TIME" or "TIME WITH TIME ZONE" or "INTERVAL" => StoredFamily.OtherScalar,
            // A list or an array is named after its element: DECIMAL(2,1)[].
            _ when name.EndsWith(']') => StoredFamily.Nested,
            _ when name.StartsWith("DECIMAL(", StringComparison.Ordinal) => StoredFamily.Decimal,
            _ when name.StartsWith("TIMESTAMP", StringComparison.Ordinal) => StoredFamily.Timestamp,
            _ when name.StartsWith("ENUM(", StringComparison.Ordinal) => StoredFamily.Enumeration,
            _ => StoredFamily.Nested,
        };

    private static int? ScaleOf(string name) =>
        FamilyOf(name) switch
        {
            StoredFamily.Integer => 0,
            StoredFamily.Decimal => int.Parse(name[(name.IndexOf(',', StringComparison.Ordinal) + 1)..^1], CultureInfo.InvariantCulture),
            _ => null,
        };
}
