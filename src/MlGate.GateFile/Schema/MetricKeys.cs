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
            "The candidate's value is at least this. It passes when the point estimate does; a bound that does not is said beside it.",
            "min: 0.80"
        ),
        Level(LimitKind.Max, "The candidate's value is at most this.", "max: 0.25"),
        Change(
            LimitKind.MaxDrop,
            "The value falls by at most this against the baseline. Passes when the lower bound of the change is above it; fails when "
                + "the estimate is below it and the loss is real.",
            "max-drop: 1pt",
            Diagnostics.MetricMustNotDrop
        ),
        Change(
            LimitKind.MaxRise,
            "The value rises by at most this against the baseline: for metrics of which less is better.",
            "max-rise: 0.02",
            Diagnostics.MetricMustNotDrop
        ),
        Relative(LimitKind.MaxRelativeDrop, "As `max-drop`, as a share of the baseline's value.", "max-relative-drop: 2%"),
        Relative(LimitKind.MaxRelativeRise, "As `max-rise`, as a share of the baseline's value.", "max-relative-rise: 2%"),
        Change(
            LimitKind.MinGain,
            "The candidate is better than the baseline by at least this.",
            "min-gain: 1pt",
            Diagnostics.MetricMustGain
        ),
        Change(
            LimitKind.MaxGain,
            "The candidate is better than the baseline by at most this: more is too good to be true, look for leakage. A warning, "
                + "unless the metric itself says another severity.",
            "max-gain: 10pt",
            Diagnostics.MetricTooGood
        ),
        Change(
            LimitKind.MaxDropSinceAnchor,
            "As `max-drop`, against the anchor: finds a loss that is spread over many changes.",
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
        Meaning = "What it means when the data cannot decide a comparison.",
        Example = "when-inconclusive: fail",
        Default = "a warning if the estimate breaks the limit, else an information",
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
