using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.Gates;

namespace MlGate.GateFile.Parsing;

/// <summary>Finds where a gate asks for less than the policies that it extends, or than an earlier version of itself.</summary>
internal static class Loosening
{
    /// <summary>One entry per key that is weaker than in any policy of the chain; the nearest policy is named.</summary>
    public static IReadOnlyList<Declared<string>> Find(MapValue gate, IReadOnlyList<MapValue> policies) =>
        [
            .. policies
                .SelectMany(policy => Compare(policy, gate, Severity.Error, Severity.Error))
                .DistinctBy(loosened => loosened.Id)
                .OrderBy(loosened => loosened.Place.File, StringComparer.Ordinal)
                .ThenBy(loosened => loosened.Place.Line)
                .ThenBy(loosened => loosened.Place.Column),
        ];

    /// <summary>
    /// One entry per key that is weaker than in the earlier version, and per limit, column, dataset or model that is gone.
    /// </summary>
    public static IReadOnlyList<Declared<string>> Between(MapValue earlier, MapValue gate) =>
        [.. Find(gate, [earlier]).Concat(Removed(earlier, gate)).DistinctBy(loosened => loosened.Id)];

    private static IEnumerable<Declared<string>> Removed(MapValue earlier, MapValue gate)
    {
        foreach (var key in earlier.Kind.Keys.Where(key => earlier.Find(key.Name) is not null))
        {
            var (before, now) = (earlier.Find(key.Name)!, gate.Find(key.Name));
            if (now is null && key.IsLimit)
            {
                // A key whose absence stands for a value was compared with that value.
                if (!key.HasAbsentValue)
                {
                    yield return Line(
                        before.Id,
                        before.Value is MapValue or IReadOnlyList<NamedEntry<MapValue>> ? "declared" : before.Written,
                        "removed",
                        gate.Place
                    );
                }
            }
            else
            {
                foreach (var removed in RemovedInside(before, now, gate.Place))
                {
                    yield return removed;
                }
            }
        }
    }

    private static IEnumerable<Declared<string>> RemovedInside(ReadValue<object> before, ReadValue<object>? now, FilePlace place) =>
        (before.Value, now?.Value) switch
        {
            (MapValue earlier, MapValue gate) => Removed(earlier, gate),
            (MapValue earlier, null) when earlier.Kind.Keys.Any(key => key.IsLimit) => [Line(before.Id, "declared", "removed", place)],
            (IReadOnlyList<NamedEntry<MapValue>> earlier, var other) => earlier.SelectMany(one =>
                (other as IReadOnlyList<NamedEntry<MapValue>>)?.FirstOrDefault(entry => entry.Name == one.Name) is { } still
                    ? Removed(one.Value, still.Value)
                    : [Line(one.Value.Id, "declared", "removed", place)]
            ),
            _ => [],
        };

    private static IEnumerable<Declared<string>> Compare(MapValue policy, MapValue gate, Severity policyOuter, Severity gateOuter)
    {
        var policySeverity = policy.Get(CommonKeys.Severity)?.Value ?? policyOuter;
        var gateSeverity = gate.Get(CommonKeys.Severity)?.Value ?? gateOuter;
        if (gate.Get(CommonKeys.Severity) is { } own && own.Value < policySeverity)
        {
            yield return Line(own.Id, EnumNames.From(policySeverity), own.Written, own.Key);
        }

        foreach (var key in gate.Kind.Keys)
        {
            var (theirs, ours) = (policy.Find(key.Name), gate.Find(key.Name));
            if (key.IsWeaker(theirs?.Value, ours?.Value))
            {
                yield return Line(ours!.Id, theirs?.Written ?? key.Default ?? "nothing", ours.Written, ours.Key);
            }

            foreach (var loosened in Inside(theirs?.Value, ours?.Value, policySeverity, gateSeverity))
            {
                yield return loosened;
            }
        }
    }

    private static IEnumerable<Declared<string>> Inside(object? policy, object? gate, Severity policySeverity, Severity gateSeverity) =>
        (policy, gate) switch
        {
            (MapValue theirs, MapValue ours) => Compare(theirs, ours, policySeverity, gateSeverity),
            (IReadOnlyList<NamedEntry<MapValue>> theirs, IReadOnlyList<NamedEntry<MapValue>> ours) => from one in theirs
            join other in ours on one.Name equals other.Name
            from loosened in Compare(one.Value, other.Value, policySeverity, gateSeverity)
            select loosened,
            _ => [],
        };

    private static Declared<string> Line(CheckId id, string policy, string gate, FilePlace place) =>
        new($"{id}: {policy} → {gate}", id, place, Severity.Warn);
}
