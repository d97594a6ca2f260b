using System.Text.Json.Serialization;

namespace MlGate.Findings;

/// <summary>The numbers behind a finding: every estimate carries its n, interval, method and limit.</summary>
public sealed record Evidence
{
    /// <summary>Name of the quantity: <c>auc</c>, <c>missing</c>, <c>psi</c>.</summary>
    public string? Measure { get; init; }

    /// <summary>What parts the rows into the groups that are compared: <c>gender</c>; null where no groups are.</summary>
    public string? Groups { get; init; }

    /// <summary>The baseline's value.</summary>
    public double? Baseline { get; init; }

    /// <summary>The candidate's value.</summary>
    public double? Candidate { get; init; }

    /// <summary>
    /// The interval that decides: of the candidate's value for an absolute limit, of the change (candidate − baseline) for a relative one.
    /// </summary>
    public Interval? Interval { get; init; }

    /// <summary>The declared limit.</summary>
    public Limit? Limit { get; init; }

    /// <summary>
    /// What the measured value must not exceed, where chance raises the declared limit: the larger of limit + mean by chance and quantile
    /// by chance.
    /// </summary>
    public double? Threshold { get; init; }

    /// <summary>Rows that the estimate rests on.</summary>
    public long? Rows { get; init; }

    /// <summary>The denominator that matters, where it is not the rows: <c>positives</c>.</summary>
    public Denominator? Denominator { get; init; }

    /// <summary>Adjusted one-sided p of "no loss", in [0, 1]; shown only beside its interval.</summary>
    public double? AdjustedP { get; init; }

    /// <summary>Smallest loss that this test set would find with power 0.8, in the metric's unit.</summary>
    public double? MinimumDetectableEffect { get; init; }

    /// <summary>Rows (or the denominator's units) that a decision at this margin would need.</summary>
    public long? Needed { get; init; }

    /// <summary>For inconclusive findings: whether the point estimate violates the limit.</summary>
    public Leaning? Leaning { get; init; }

    /// <summary>Why it could not be decided, where the interval alone does not say it; null elsewhere.</summary>
    public string? Undecided { get; init; }

    /// <summary>Anything a reader must know: <c>met, not proven</c>.</summary>
    public string? Note { get; init; }

    /// <summary>Numbers of the first offending rows, from 1 for the first data row; never their values.</summary>
    public IReadOnlyList<long> OffendingRows { get; init; } = [];
}

/// <summary>An interval and how it was made.</summary>
/// <param name="Lower">Lower end; null for none.</param>
/// <param name="Upper">Upper end; null for none.</param>
/// <param name="Level">Two-sided level, 0.90 when alpha is 0.05: its ends are the two one-sided bounds.</param>
/// <param name="Method">The method's usual name: <c>Tango</c>, <c>DeLong</c>, <c>paired Poisson bootstrap, BCa</c>.</param>
public sealed record Interval(double? Lower, double? Upper, double Level, string Method)
{
    /// <summary>As a report has it, where an end that is none is left out.</summary>
    [JsonConstructor]
    public Interval(double level, string method, double? lower = null, double? upper = null)
        : this(lower, upper, level, method) { }
}

/// <summary>A declared limit.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Value">In the metric's unit; shares as 0..1.</param>
public sealed record Limit(LimitKind Kind, double Value);

/// <summary>What an estimate divides by.</summary>
/// <param name="Name"><c>positives</c>, <c>predicted positives</c>.</param>
/// <param name="Count">How many there are.</param>
public sealed record Denominator(string Name, long Count)
{
    private const string Rows = "rows";

    /// <summary>True if it is the number of rows, which is told elsewhere.</summary>
    [JsonIgnore]
    public bool IsRows => Name == Rows;

    /// <summary>The number of rows.</summary>
    public static Denominator OfRows(long count) => new(Rows, count);
}

/// <summary>Where the point estimate of an inconclusive finding lies.</summary>
public enum Leaning
{
    /// <summary>The point estimate keeps the limit.</summary>
    Fine,

    /// <summary>The point estimate breaks the limit.</summary>
    Worse,
}
