using System.Globalization;

namespace MlGate.Data.Engine;

/// <summary>Literals of SQL. Everything that comes from data or a gate file goes through here.</summary>
internal static class Sql
{
    public static string Text(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    public static string Name(string value) => "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static string Number(double value) => "'" + value.ToString("R", CultureInfo.InvariantCulture) + "'::DOUBLE";

    /// <summary>The nearest number of single precision; infinite beyond its range.</summary>
    public static string Single(double value) => "'" + ((float)value).ToString("R", CultureInfo.InvariantCulture) + "'::FLOAT";

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string List(IEnumerable<string> literals) => "[" + string.Join(", ", literals) + "]";

    public static string Moment(DateTime utc) =>
        "TIMESTAMP '" + utc.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture) + "'";
}
