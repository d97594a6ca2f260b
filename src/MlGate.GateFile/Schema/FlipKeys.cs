using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics.Flips;

namespace MlGate.GateFile.Schema;

/// <summary>Keys of changed predictions.</summary>
internal static class FlipKeys
{
    public static readonly KeyDefinition<Quantity> Max = new("max", QuantitySchema.Share(NumberRange.Share))
    {
        Meaning = "Largest share. The point estimate decides; the report notes a bound beyond the limit.",
        Example = "max: 5%",
        Codes = [Diagnostics.FlipsMustKeepLimit],
        Weaker = (policy, local) => local.Value > policy.Value,
    };

    public static readonly KeyDefinition<Quantity> Min = new("min", QuantitySchema.Share(NumberRange.Share))
    {
        Meaning = "Smallest share, for shares where more is better.",
        Example = "min: 95%",
        Codes = [Diagnostics.FlipsMustKeepLimit],
        Weaker = (policy, local) => local.Value < policy.Value,
    };

    public static readonly MapSchema Loss = new("flip-loss", Max, CommonKeys.Severity);

    public static readonly MapSchema Gain = new("flip-gain", Min, CommonKeys.Severity);

    /// <summary>One key per share.</summary>
    public static readonly IReadOnlyList<KeyDefinition<MapValue>> Measures =
    [
        .. FlipMeasures.All.Select(measure => new KeyDefinition<MapValue>(measure.Key, measure.IsLoss ? Loss : Gain)
        {
            Meaning = char.ToUpperInvariant(measure.Definition[0]) + measure.Definition[1..] + ".",
            Example = measure.Key + (measure.IsLoss ? ": { max: 5% }" : ": { min: 95% }"),
        }),
    ];

    public static readonly MapSchema Map = new("flips", [.. Measures, CommonKeys.Severity]);

    /// <summary>The limits that a share can have, with their kinds.</summary>
    public static IReadOnlyList<(LimitKind Kind, KeyDefinition<Quantity> Key)> Limits => [(LimitKinds.Max, Max), (LimitKinds.Min, Min)];
}
