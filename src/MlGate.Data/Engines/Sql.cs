using System.Globalization;

namespace MlGate.Data.Engines;

/// <summary>What every engine writes alike.</summary>
internal static class Sql
{
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>True for a value among literals.</summary>
    public static string In(string value, IEnumerable<string> literals) => $"{value} IN ({string.Join(", ", literals)})";
}
