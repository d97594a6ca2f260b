using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics.Catalog;

namespace MlGate.GateFile.Schema;

/// <summary>Keys of a metric.</summary>
internal static class MetricKeys
{
    /// <summary>One key per kind of limit.</summary>
    public static readonly IReadOnlyList<LimitKey> Limits = [.. LimitKinds.OfMetrics.Select(kind => new LimitKey(kind, KeyOf(kind)))];

    public static readonly KeyDefinition<WhenInconclusive> WhenInconclusive = new(
        "when-inconclusive",
        new ChoiceSchema<WhenInconclusive>(EnumNames.For<WhenInconclusive>())
    )
    {
        Meaning = "Result of an inconclusive comparison.",
        Example = "when-inconclusive: fail",
        Default = "a warning if the estimate is beyond the limit, else information",
        Weaker = (policy, local) => local < policy,
        Absent = (Gates.WhenInconclusive.Warn, true),
    };

    public static readonly MapSchema Map = new("metric", [.. Limits.Select(limit => limit.Key), CommonKeys.Severity, WhenInconclusive]);

    /// <summary>Metrics by name.</summary>
    public static readonly NamedEntriesSchema<MapValue> ByName = new("metric", Map)
    {
        Known = [.. MetricCatalog.All.Select(metric => metric.Key).Distinct()],
    };

    /// <summary>The key of one kind of limit.</summary>
    public static KeyDefinition<Quantity> For(LimitKind kind) => Limits.First(limit => limit.Kind == kind).Key;

    private static KeyDefinition<Quantity> KeyOf(LimitKind kind) =>
        new(kind.Key, ValueOf(kind.Estimand))
        {
            Meaning = kind.OfMetrics!.Meaning,
            Example = kind.OfMetrics.Example,
            Codes = [kind.OfMetrics.Code],
            Weaker = kind.IsLeast ? (policy, local) => local.Value < policy.Value : (policy, local) => local.Value > policy.Value,
        };

    private static QuantitySchema ValueOf(Estimand estimand) =>
        estimand switch
        {
            Estimand.Value => new QuantitySchema(NumberRange.Any) { Also = Unit.Percent, Noun = "a value of the metric" },
            Estimand.Difference => new QuantitySchema(NumberRange.NotNegative)
            {
                Also = Unit.Points,
                PercentIsAmbiguous = true,
                Noun = "a change",
            },
            _ => QuantitySchema.Share(new NumberRange(0, 1)),
        };
}

/// <summary>The key of a kind of limit.</summary>
internal sealed record LimitKey(LimitKind Kind, KeyDefinition<Quantity> Key);
