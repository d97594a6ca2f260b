using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.Gates;
using static MlGate.GateFile.Parsing.GateBuilder;

namespace MlGate.GateFile.Parsing;

/// <summary>Makes metrics with their limits.</summary>
internal static class MetricBuilder
{
    public static MetricGate Build(NamedEntry<MapValue> named, Severity outer)
    {
        var own = named.Value.Get(CommonKeys.Severity)?.Value;
        return new MetricGate
        {
            Metric = named.Name,
            Id = named.Id,
            Place = named.Place,
            WhenInconclusive = named.Value.Get(MetricKeys.WhenInconclusive)?.Value,
            Limits =
            [
                .. from limit in MetricKeys.Limits
                let declared = Declare(
                    named.Value,
                    limit.Key,
                    quantity => new MetricLimit(limit.Kind, quantity.Value),
                    own ?? SeverityOf(limit.Kind, outer)
                )
                where declared is not null
                select declared,
            ],
        };
    }

    private static Severity SeverityOf(LimitKind kind, Severity outer) =>
        kind.OfMetrics!.MostSevere is { } most && outer > most ? most : outer;
}
