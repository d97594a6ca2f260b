using System.Text.RegularExpressions;

namespace MlGate.Data.Engines;

/// <summary>
/// A query without its literals, for a trace: numbers and texts in a query may be values of the data, which leave no machine.
/// </summary>
internal static partial class SqlShape
{
    /// <summary>The query with <c>?</c> in place of each literal, and one in place of a list of them.</summary>
    public static string From(string sql) => List().Replace(Literal().Replace(sql, "?"), "?, ...");

    // Quoted names stay. A number is no part of a name: x5, c0.
    [GeneratedRegex("""'(?:[^']|'')*'|(?<!["\w])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?!["\w])""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\?(?:, \?)+")]
    private static partial Regex List();
}
