using MlGate.Findings;
using MlGate.GateFile.Parsing;
using MlGate.GateFile.Schema;
using MlGate.Gates;

namespace MlGate.GateFile.ModelChecks;

/// <summary>A measure with its limits, of flips and of fairness.</summary>
internal static class LimitedShare
{
    /// <summary>What is declared.</summary>
    public static MetricGate Build(
        string name,
        ReadValue<MapValue> read,
        IReadOnlyList<(LimitKind Kind, KeyDefinition<Quantity> Key)> limits,
        Severity outer
    )
    {
        var severity = GateBuilder.SeverityIn(read.Value, outer);
        return new MetricGate
        {
            Metric = name,
            Id = read.Id,
            Place = read.Key,
            Limits =
            [
                .. limits
                    .Where(limit => read.Value.Kind.Keys.Contains(limit.Key))
                    .Select(limit =>
                        GateBuilder.Declare(read.Value, limit.Key, quantity => new MetricLimit(limit.Kind, quantity.Value), severity)
                    )
                    .OfType<Declared<MetricLimit>>(),
            ],
        };
    }
}
