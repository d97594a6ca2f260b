using DuckDB.NET.Data;
using MlGate.Data.Engine;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Data.Rules;

/// <summary>Patterns are RE2: linear in the text. What RE2 does not know, such as looking ahead, is refused before data is read.</summary>
internal static class Patterns
{
    private const int Longest = 4_000;

    /// <summary>Per id of a check the reason for which its pattern cannot be used.</summary>
    public static IEnumerable<(string Id, NotUsable Problem)> NotUsable(EngineSession session, DatasetGate gate, CancellationToken cancel)
    {
        var all =
            from constraint in gate.Columns.SelectMany(column => column.Constraints)
            from pattern in constraint.Breaks(NumberForm.Double).Patterns
            select (constraint.Id, Pattern: pattern);
        foreach (var (id, pattern) in all)
        {
            if (Wrong(session, pattern, cancel) is { } found)
            {
                yield return (id, new NotUsable(found, "Write it in RE2 syntax: no look-around, no back references, no huge repetitions"));
            }
        }
    }

    private static string? Wrong(EngineSession session, string pattern, CancellationToken cancel)
    {
        if (pattern.Length > Longest)
        {
            return $"more than {Longest} characters";
        }

        try
        {
            session.Run($"SELECT regexp_full_match('', {Sql.Text(pattern)})", cancel);
            return null;
        }
        catch (DuckDBException exception)
        {
            return "invalid RE2 pattern: " + EngineReason.OfRule(exception, []);
        }
    }
}
