using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>Keys of a metric.</summary>
internal static class MetricKeys
{
    /// <summary>One key per kind of limit.</summary>
    public static readonly IReadOnlyList<LimitKey> Limits =
    [
        Level(
            LimitKind.Min,
            "Lowest value of the candidate. The point estimate decides; the report notes a bound beyond the limit.",
            "min: 0.80"
        ),
        Level(LimitKind.Max, "Highest value of the candidate.", "max: 0.25"),
        Change(
            LimitKind.MaxDrop,
            "Largest drop against the baseline. Passes if the lower bound of the change is within it; fails if "
                + "the estimate is beyond it and the loss is statistically significant.",
            "max-drop: 1pt",
            Diagnostics.MetricMustNotDrop
        ),
        Change(
            LimitKind.MaxRise,
            "Largest rise against the baseline, for metrics where lower is better.",
            "max-rise: 0.02",
            Diagnostics.MetricMustNotDrop
        ),
        Relative(LimitKind.MaxRelativeDrop, "As `max-drop`, relative to the baseline value.", "max-relative-drop: 2%"),
        Relative(LimitKind.MaxRelativeRise, "As `max-rise`, relative to the baseline value.", "max-relative-rise: 2%"),
        Change(LimitKind.MinGain, "Smallest improvement against the baseline.", "min-gain: 1pt", Diagnostics.MetricMustGain),
        Change(
            LimitKind.MaxGain,
            "Largest plausible improvement against the baseline: more is probably leakage. A warning, "
                + "unless the metric sets another severity.",
            "max-gain: 10pt",
            Diagnostics.MetricTooGood
        ),
        Change(
            LimitKind.MaxDropSinceAnchor,
            "As `max-drop`, against the anchor: detects a loss spread over many changes.",
            "max-drop-since-anchor: 2pt",
            Diagnostics.MetricMustNotDropSinceAnchor
        ),
        Change(
            LimitKind.MaxRiseSinceAnchor,
            "As `max-rise`, against the anchor.",
            "max-rise-since-anchor: 0.05",
            Diagnostics.MetricMustNotDropSinceAnchor
        ),
    ];

    public static readonly Key<WhenInconclusive> WhenInconclusive = new(
        "when-inconclusive",
        new ChoiceKind<WhenInconclusive>(Words.Of<WhenInconclusive>())
    )
    {
        Meaning = "Result of an inconclusive comparison.",
        Example = "when-inconclusive: fail",
        Default = "a warning if the estimate is beyond the limit, else information",
        Weaker = (policy, local) => local < policy,
        Absent = (Gates.WhenInconclusive.Warn, true),
    };

    public static readonly MapKind Map = new("metric", [.. Limits.Select(limit => limit.Key), CommonKeys.Severity, WhenInconclusive]);

    /// <summary>The key of one kind of limit.</summary>
    public static Key<Quantity> Of(LimitKind kind) => Limits.First(limit => limit.Kind == kind).Key;

    private static LimitKey Level(LimitKind kind, string meaning, string example) =>
        new(
            kind,
            new(Words.Of(kind), new QuantityKind(NumberRange.Any) { Also = Unit.Percent, Noun = "a value of the metric" })
            {
                Meaning = meaning,
                Example = example,
                Codes = [Diagnostics.MetricMustKeepLimit],
                Weaker = WeakerOf(kind),
            }
        );

    private static LimitKey Change(LimitKind kind, string meaning, string example, Diagnostic code) =>
        new(
            kind,
            new(
                Words.Of(kind),
                new QuantityKind(NumberRange.NotNegative)
                {
                    Also = Unit.Points,
                    PercentIsAmbiguous = true,
                    Noun = "a change",
                }
            )
            {
                Meaning = meaning,
                Example = example,
                Codes = [code],
                Weaker = WeakerOf(kind),
            }
        );

    private static LimitKey Relative(LimitKind kind, string meaning, string example) =>
        new(
            kind,
            new(Words.Of(kind), QuantityKind.Share(new NumberRange(0, 1)))
            {
                Meaning = meaning,
                Example = example,
                Codes = [Diagnostics.MetricMustNotDrop],
                Weaker = WeakerOf(kind),
            }
        );

    private static Func<Quantity, Quantity, bool> WeakerOf(LimitKind kind) =>
        kind is LimitKind.Min or LimitKind.MinGain
            ? (policy, local) => local.Value < policy.Value
            : (policy, local) => local.Value > policy.Value;
}

/// <summary>The key of a kind of limit.</summary>
internal sealed record LimitKey(LimitKind Kind, Key<Quantity> Key);
