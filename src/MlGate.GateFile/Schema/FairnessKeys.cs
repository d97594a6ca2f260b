using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics.Fairness;

namespace MlGate.GateFile.Schema;

/// <summary>Keys of fairness between groups.</summary>
internal static class FairnessKeys
{
    private static readonly QuantitySchema Change = new(NumberRange.Share) { Also = Unit.Points, Noun = "a change" };

    public static readonly KeyDefinition<Quantity> Max = new("max", QuantitySchema.Share(NumberRange.Share))
    {
        Meaning =
            "Largest difference between two groups. Fails if a difference is beyond it and is statistically significant among all pairs of "
            + "groups; inconclusive if it is beyond it and may be chance.",
        Example = "max: 0.1",
        Codes = [Diagnostics.FairnessMustKeepLimit],
        Weaker = (policy, local) => local.Value > policy.Value,
    };

    public static readonly KeyDefinition<Quantity> MaxRise = new("max-rise", Change)
    {
        Meaning = "Largest rise of a difference against the baseline, for every pair of groups.",
        Example = "max-rise: 2pt",
        Codes = [Diagnostics.FairnessMustKeepLimit],
        Weaker = (policy, local) => local.Value > policy.Value,
    };

    public static readonly KeyDefinition<Quantity> Min = new("min", QuantitySchema.Share(NumberRange.Share))
    {
        Meaning =
            "Smallest ratio between two groups; decided as `max` of a difference. `min: 0.8` of the demographic parity ratio is known as "
            + "the four-fifths rule of US employment law (29 CFR 1607.4(D)): a rule of thumb for hiring, without meaning in most other "
            + "places.",
        Example = "min: 0.8",
        Codes = [Diagnostics.FairnessMustKeepLimit],
        Weaker = (policy, local) => local.Value < policy.Value,
    };

    public static readonly KeyDefinition<Quantity> MaxDrop = new("max-drop", Change)
    {
        Meaning = "Largest drop of a ratio against the baseline, for every pair of groups.",
        Example = "max-drop: 5pt",
        Codes = [Diagnostics.FairnessMustKeepLimit],
        Weaker = (policy, local) => local.Value > policy.Value,
    };

    public static readonly MapSchema Difference = new("fairness-difference", Max, MaxRise, CommonKeys.Severity);

    public static readonly MapSchema Ratio = new("fairness-ratio", Min, MaxDrop, CommonKeys.Severity);

    /// <summary>One key per measure.</summary>
    public static readonly IReadOnlyList<KeyDefinition<MapValue>> Measures =
    [
        .. FairnessMeasures.All.Select(measure => new KeyDefinition<MapValue>(measure.Key, measure.IsRatio ? Ratio : Difference)
        {
            Meaning = char.ToUpperInvariant(measure.Definition[0]) + measure.Definition[1..] + ".",
            Example = measure.Key + (measure.IsRatio ? ": { min: 0.8 }" : ": { max: 0.1 }"),
        }),
    ];

    public static readonly KeyDefinition<IReadOnlyList<ListEntry<string>>> With = new(
        "with",
        new ListSchema<string>("columns", new TextSchema("the name of a column") { OfData = true }) { Distinct = true }
    )
    {
        Meaning = "Further columns: the groups are then the combinations of values (intersectional groups).",
        Example = "with: [senior_citizen]",
    };

    public static readonly KeyDefinition<IReadOnlyList<ListEntry<double>>> Edges = new(
        "edges",
        new ListSchema<double>("ascending numbers", new NumberSchema(NumberRange.Any))
    )
    {
        Meaning = "For a number: ascending edges of the groups; each edge belongs to the group above it.",
        Example = "edges: [25, 45, 65]",
    };

    public static readonly KeyDefinition<long> MinDenominator = new("min-denominator", new IntegerSchema(new NumberRange(1)))
    {
        Meaning = "Fewest of what a rate divides by (rows, positives, predicted positives); a smaller group is named and not compared.",
        Example = "min-denominator: 30",
        Default = "30",
        Weaker = (policy, local) => local > policy,
        Absent = (GroupsGate.DefaultMinDenominator, true),
    };

    public static readonly MapSchema Groups = new("fairness", [.. Measures, With, Edges, MinDenominator, CommonKeys.Severity]);

    /// <summary>The limits that a measure can have, with their kinds.</summary>
    public static IReadOnlyList<(LimitKind Kind, KeyDefinition<Quantity> Key)> Limits =>
        [(LimitKinds.Max, Max), (LimitKinds.MaxRise, MaxRise), (LimitKinds.Min, Min), (LimitKinds.MaxDrop, MaxDrop)];
}
