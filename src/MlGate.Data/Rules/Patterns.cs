using DuckDB.NET.Data;
using MlGate.Data.Engine;
using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Data.Rules;

/// <summary>Patterns are RE2: linear in the text. What RE2 does not know, such as looking ahead, is refused before data is read.</summary>
internal static class Patterns
{
    private const int Longest = 4_000;

    public static IEnumerable<Finding> NotUsable(EngineSession session, DatasetGate gate, CancellationToken cancel)
    {
        foreach (var regex in gate.Columns.Select(column => column.Regex).OfType<Declared<string>>())
        {
            if (Wrong(session, regex.Value, cancel) is { } found)
            {
                yield return new Finding
                {
                    Code = Diagnostics.RuleNotUsable.Code,
                    Id = regex.Id,
                    Subject = regex.Id,
                    Outcome = Outcome.Failed,
                    Expected = "a pattern in RE2 syntax",
                    Found = found,
                    Fix = "Write it without looking around, back references and huge repetitions",
                    Place = regex.Place,
                };
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
        catch (DuckDBException)
        {
            return "a pattern that RE2 cannot read";
        }
    }
}
