using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.App.Policy;

/// <summary>Lists what a gate loosened against an earlier version of itself.</summary>
internal static class GateLoosening
{
    // Of a gate that is rewritten, the first lines show what happened.
    private const int MostFindings = 20;

    /// <summary>A warning per loosened or removed limit: what it was, and what it is.</summary>
    /// <param name="earlier">The earlier version.</param>
    /// <param name="gate">The gate now.</param>
    /// <param name="since">Which version the earlier one is: <c>merge base with origin/main</c>.</param>
    /// <param name="fix">What to do.</param>
    public static IReadOnlyList<Finding> Find(Gate earlier, Gate gate, string since, string fix)
    {
        if (earlier.Declaration is not { } before || gate.Declaration is not { } now)
        {
            return [];
        }

        var loosened = now.LoosenedSince(before);
        var shown = loosened
            .Take(MostFindings)
            .Select(one => Warning(one.Id.Text, $"since the {since}, {one.Value}", one.Place, fix))
            .ToList();
        if (loosened.Count > MostFindings)
        {
            shown.Add(
                Warning(
                    gate.Name,
                    FormattableString.Invariant($"since the {since}, {loosened.Count - MostFindings} more limits are loosened"),
                    gate.Place,
                    fix
                )
            );
        }

        return shown;
    }

    private static Finding Warning(string id, string found, FilePlace place, string fix) =>
        new()
        {
            Code = Diagnostics.GateLoosened.Code,
            Id = "policy." + id,
            Subject = id,
            Outcome = Outcome.Failed,
            Severity = Severity.Warn,
            Found = found,
            Expected = "limits at least as strict as before",
            Fix = fix,
            Place = place,
        };
}
