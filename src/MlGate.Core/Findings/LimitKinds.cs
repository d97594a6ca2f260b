using System.Reflection;

namespace MlGate.Findings;

/// <summary>The kinds of limits. Gate file, decision, messages, tables and charts read these rows.</summary>
public static class LimitKinds
{
    /// <summary>The value is at least this.</summary>
    public static LimitKind Min { get; } =
        new()
        {
            Key = "min",
            IsLeast = true,
            Expected = "at least {limit}",
            Allowed = "at least {limit}",
            Broken = "is {value}, below the required {limit}.",
            OfMetrics = new(
                LimitRule.Level,
                Diagnostics.MetricMustKeepLimit,
                "Lowest value of the candidate. The point estimate decides; the report notes a bound beyond the limit.",
                "min: 0.80"
            ),
        };

    /// <summary>The value is at most this.</summary>
    public static LimitKind Max { get; } =
        new()
        {
            Key = "max",
            Expected = "at most {limit}",
            Allowed = "at most {limit}",
            Broken = "is {value}, above the allowed {limit}.",
            OfMetrics = new(LimitRule.Level, Diagnostics.MetricMustKeepLimit, "Highest value of the candidate.", "max: 0.25"),
        };

    /// <summary>The value falls by at most this against the baseline.</summary>
    public static LimitKind MaxDrop { get; } =
        new()
        {
            Key = "max-drop",
            Estimand = Estimand.Difference,
            ComparedWith = ComparedWith.Baseline,
            Direction = Direction.Drop,
            Expected = "a drop of at most {limit}",
            Allowed = "drop ≤ {limit}",
            Broken = "dropped {values}, more than the allowed {limit}.",
            OfMetrics = new(
                LimitRule.Loss,
                Diagnostics.MetricMustNotDrop,
                "Largest drop against the baseline. Passes if the lower bound of the change is within it; fails if "
                    + "the estimate is beyond it and the loss is statistically significant.",
                "max-drop: 1pt"
            ),
        };

    /// <summary>The value rises by at most this against the baseline.</summary>
    public static LimitKind MaxRise { get; } =
        new()
        {
            Key = "max-rise",
            Estimand = Estimand.Difference,
            ComparedWith = ComparedWith.Baseline,
            Direction = Direction.Rise,
            Expected = "a rise of at most {limit}",
            Allowed = "rise ≤ {limit}",
            Broken = "rose {values}, more than the allowed {limit}.",
            OfMetrics = new(
                LimitRule.Loss,
                Diagnostics.MetricMustNotDrop,
                "Largest rise against the baseline, for metrics where lower is better.",
                "max-rise: 0.02"
            ),
        };

    /// <summary>As <see cref="MaxDrop"/>, as a share of the baseline's value.</summary>
    public static LimitKind MaxRelativeDrop { get; } =
        new()
        {
            Key = "max-relative-drop",
            Estimand = Estimand.Ratio,
            ComparedWith = ComparedWith.Baseline,
            Direction = Direction.Drop,
            Expected = "a relative drop of at most {limit}",
            Allowed = "drop ≤ {limit} of the baseline",
            Broken = "dropped {values}, more than the allowed {limit} of the baseline.",
            OfMetrics = new(
                LimitRule.Loss,
                Diagnostics.MetricMustNotDrop,
                "As `max-drop`, relative to the baseline value.",
                "max-relative-drop: 2%"
            ),
        };

    /// <summary>As <see cref="MaxRise"/>, as a share of the baseline's value.</summary>
    public static LimitKind MaxRelativeRise { get; } =
        new()
        {
            Key = "max-relative-rise",
            Estimand = Estimand.Ratio,
            ComparedWith = ComparedWith.Baseline,
            Direction = Direction.Rise,
            Expected = "a relative rise of at most {limit}",
            Allowed = "rise ≤ {limit} of the baseline",
            Broken = "rose {values}, more than the allowed {limit} of the baseline.",
            OfMetrics = new(
                LimitRule.Loss,
                Diagnostics.MetricMustNotDrop,
                "As `max-rise`, relative to the baseline value.",
                "max-relative-rise: 2%"
            ),
        };

    /// <summary>The value is better than the baseline's by at least this.</summary>
    public static LimitKind MinGain { get; } =
        new()
        {
            Key = "min-gain",
            Estimand = Estimand.Difference,
            ComparedWith = ComparedWith.Baseline,
            Direction = Direction.Gain,
            IsLeast = true,
            Expected = "a gain of at least {limit}",
            Allowed = "gain ≥ {limit}",
            Broken = "went {values}, a smaller gain than the required {limit}.",
            OfMetrics = new(
                LimitRule.RequiredGain,
                Diagnostics.MetricMustGain,
                "Smallest improvement against the baseline.",
                "min-gain: 1pt"
            ),
        };

    /// <summary>As <see cref="MinGain"/>, as a share of the baseline's value.</summary>
    public static LimitKind MinRelativeGain { get; } =
        new()
        {
            Key = "min-relative-gain",
            Estimand = Estimand.Ratio,
            ComparedWith = ComparedWith.Baseline,
            Direction = Direction.Gain,
            IsLeast = true,
            Expected = "a relative gain of at least {limit}",
            Allowed = "gain ≥ {limit} of the baseline",
            Broken = "went {values}, a smaller gain than the required {limit} of the baseline.",
            OfMetrics = new(
                LimitRule.RequiredGain,
                Diagnostics.MetricMustGain,
                "As `min-gain`, relative to the baseline value.",
                "min-relative-gain: 2%"
            ),
        };

    /// <summary>The value is better than the baseline's by at most this: more is too good to be true.</summary>
    public static LimitKind MaxGain { get; } =
        new()
        {
            Key = "max-gain",
            Estimand = Estimand.Difference,
            ComparedWith = ComparedWith.Baseline,
            Direction = Direction.Gain,
            Expected = "a gain of at most {limit}",
            Allowed = "gain ≤ {limit}",
            Broken = "went {values}, a larger gain than the plausible {limit}.",
            OfMetrics = new(
                LimitRule.PlausibleGain,
                Diagnostics.MetricTooGood,
                "Largest plausible improvement against the baseline: more is probably leakage. A warning, "
                    + "unless the metric sets another severity.",
                "max-gain: 10pt"
            )
            {
                // A model that is too good is a question, not a fault.
                MostSevere = Severity.Warn,
            },
        };

    /// <summary>As <see cref="MaxDrop"/>, against the anchor.</summary>
    public static LimitKind MaxDropSinceAnchor { get; } =
        new()
        {
            Key = "max-drop-since-anchor",
            Estimand = Estimand.Difference,
            ComparedWith = ComparedWith.Anchor,
            Direction = Direction.Drop,
            Expected = "a drop of at most {limit} since the anchor",
            Allowed = "drop since the anchor ≤ {limit}",
            Broken = "dropped {values} since the anchor, more than the allowed {limit}.",
            OfMetrics = new(
                LimitRule.Loss,
                Diagnostics.MetricMustNotDropSinceAnchor,
                "As `max-drop`, against the anchor: detects a loss spread over many changes.",
                "max-drop-since-anchor: 2pt"
            ),
        };

    /// <summary>As <see cref="MaxRise"/>, against the anchor.</summary>
    public static LimitKind MaxRiseSinceAnchor { get; } =
        new()
        {
            Key = "max-rise-since-anchor",
            Estimand = Estimand.Difference,
            ComparedWith = ComparedWith.Anchor,
            Direction = Direction.Rise,
            Expected = "a rise of at most {limit} since the anchor",
            Allowed = "rise since the anchor ≤ {limit}",
            Broken = "rose {values} since the anchor, more than the allowed {limit}.",
            OfMetrics = new(
                LimitRule.Loss,
                Diagnostics.MetricMustNotDropSinceAnchor,
                "As `max-rise`, against the anchor.",
                "max-rise-since-anchor: 0.05"
            ),
        };

    /// <summary>Share of values that must keep a rule of data; what is measured is the share that breaks it.</summary>
    public static LimitKind Mostly { get; } =
        new()
        {
            Key = "mostly",
            IsLeast = true,
            Expected = "at least {limit} of the values",
            Allowed = "violations ≤ {limit}",
            Broken = ": {value} of the values violate it, at most {limit} allowed.",
        };

    /// <summary>Largest distance of two distributions.</summary>
    public static LimitKind Drift { get; } =
        new()
        {
            Key = "limit",
            Expected = "at most {limit}",
            Allowed = "at most {limit}",
            Broken = "is {value}, above the allowed {limit}.",
        };

    /// <summary>Largest change of the number of rows, up or down, as a share of the baseline's.</summary>
    public static LimitKind RowsChange { get; } =
        new()
        {
            Key = "change",
            Estimand = Estimand.Ratio,
            ComparedWith = ComparedWith.Baseline,
            Expected = "a change of at most {limit}",
            Allowed = "change ≤ {limit}",
        };

    /// <summary>All rows, in the order above.</summary>
    public static IReadOnlyList<LimitKind> All { get; } =
    [
        .. typeof(LimitKinds)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(LimitKind))
            .OrderBy(property => property.MetadataToken)
            .Select(property => (LimitKind)property.GetValue(null)!),
    ];

    /// <summary>Those that a metric can have.</summary>
    public static IReadOnlyList<LimitKind> OfMetrics { get; } = [.. All.Where(kind => kind.OfMetrics is not null)];

    /// <summary>The row of a key; null for none.</summary>
    public static LimitKind? Find(string? key) => All.FirstOrDefault(kind => kind.Key == key);

    /// <summary>The same limit on a change in the other direction; null where there is none.</summary>
    public static LimitKind? OppositeOf(LimitKind kind) =>
        OfMetrics.FirstOrDefault(other =>
            (kind.Direction, other.Direction) is (Direction.Drop, Direction.Rise) or (Direction.Rise, Direction.Drop)
            && (kind.Estimand, kind.ComparedWith) == (other.Estimand, other.ComparedWith)
        );
}
