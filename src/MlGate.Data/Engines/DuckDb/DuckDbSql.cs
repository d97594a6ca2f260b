using System.Globalization;

namespace MlGate.Data.Engines.DuckDb;

/// <summary>Literals of DuckDB's SQL.</summary>
internal static class DuckDbSql
{
    public static string Text(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    public static string Number(double value) => "'" + value.ToString("R", CultureInfo.InvariantCulture) + "'::DOUBLE";

    /// <summary>The nearest number of single precision; infinite beyond its range.</summary>
    public static string Single(double value) => "'" + ((float)value).ToString("R", CultureInfo.InvariantCulture) + "'::FLOAT";

    public static string List(IEnumerable<string> literals) => "[" + string.Join(", ", literals) + "]";

    public static string Moment(DateTime utc) =>
        "TIMESTAMP '" + utc.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture) + "'";
}
