using System.Text.RegularExpressions;

namespace MlGate.Data.Engines.DuckDb;

/// <summary>What DuckDB's message says in its first line, without the kind of the error.</summary>
internal static partial class DuckDbReason
{
    public static string From(string message) => Prefix().Replace(message.Split('\n')[0].Trim(), "").TrimEnd('!', '.');

    [GeneratedRegex("^[A-Z][A-Za-z ]+ Error: ")]
    private static partial Regex Prefix();
}
