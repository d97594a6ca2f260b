namespace MlGate.Findings;

/// <summary>
/// A kind of limit: what it is about, how it is decided, and how people read it. The rows are in <see cref="LimitKinds"/>.
/// </summary>
/// <remarks>Texts hold <c>{limit}</c>, <c>{value}</c> (the candidate's) and <c>{values}</c> (before → now) where a number stands.</remarks>
public sealed class LimitKind
{
    internal LimitKind() { }

    /// <summary>The key of the gate file, and the word of <c>report.json</c>: <c>max-drop</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The quantity that is limited.</summary>
    public Estimand Estimand { get; init; }

    /// <summary>What the candidate is compared with.</summary>
    public ComparedWith ComparedWith { get; init; }

    /// <summary>The direction of the change that is limited.</summary>
    public Direction Direction { get; init; }

    /// <summary>True if the quantity must be at least the limit, false if at most.</summary>
    public bool IsLeast { get; init; }

    /// <summary>What is expected: <c>a drop of at most {limit}</c>.</summary>
    public required string Expected { get; init; }

    /// <summary>The same in a table: <c>drop ≤ {limit}</c>.</summary>
    public required string Allowed { get; init; }

    /// <summary>
    /// What is wrong, after the name of the check: <c>dropped {values}, more than the allowed {limit}.</c> Null where the finding's
    /// own words say it.
    /// </summary>
    public string? Broken { get; init; }

    /// <summary>What it is for metrics; null for limits of data.</summary>
    public MetricLimitKind? OfMetrics { get; init; }

    /// <summary>True if the limit is a share of the baseline's value.</summary>
    public bool IsRelative => Estimand == Estimand.Ratio;

    /// <summary>True if the limit is about a change.</summary>
    public bool IsOfChange => Estimand != Estimand.Value;

    /// <summary>The key.</summary>
    public override string ToString() => Key;
}

/// <summary>A kind of limit as a key of a metric.</summary>
/// <param name="Rule">How it is decided.</param>
/// <param name="Code">Code of its findings.</param>
/// <param name="Meaning">For the reference page; Markdown.</param>
/// <param name="Example">For the reference page; YAML.</param>
public sealed record MetricLimitKind(LimitRule Rule, Diagnostic Code, string Meaning, string Example)
{
    /// <summary>The severity that holds unless the metric itself says one; null for that of the model.</summary>
    public Severity? MostSevere { get; init; }
}
