using MlGate.Data.Engines;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Data.Rules;

/// <summary>Patterns are RE2: linear in the text. What RE2 does not know, such as looking ahead, is refused before data is read.</summary>
internal static class Patterns
{
    private const int Longest = 4_000;

    /// <summary>Per id of a check the reason for which its pattern cannot be used.</summary>
    public static async Task<Dictionary<string, NotUsable>> NotUsableAsync(
        ISqlEngine engine,
        IReadOnlyList<ViolationQuery> queries,
        CancellationToken cancel
    )
    {
        var all = from query in queries.OfType<BrokenValues>() from pattern in query.Patterns select (Id: query.Id.Text, Pattern: pattern);
        var wrong = new Dictionary<string, NotUsable>(StringComparer.Ordinal);
        foreach (var (id, pattern) in all)
        {
            if (await ProblemOfAsync(engine, pattern, cancel).ConfigureAwait(false) is { } found)
            {
                wrong[id] = new NotUsable(found, "Write it in RE2 syntax: no look-around, no back references, no huge repetitions");
            }
        }

        return wrong;
    }

    private static async Task<string?> ProblemOfAsync(ISqlEngine engine, string pattern, CancellationToken cancel)
    {
        if (pattern.Length > Longest)
        {
            return $"more than {Longest} characters";
        }

        try
        {
            var dialect = engine.Dialect;
            await engine.RunAsync($"SELECT {dialect.Matches(dialect.Text(""), pattern)}", cancel).ConfigureAwait(false);
            return null;
        }
        catch (EngineException exception)
        {
            return "invalid RE2 pattern: " + EngineReason.OfRule(exception, []);
        }
    }
}
