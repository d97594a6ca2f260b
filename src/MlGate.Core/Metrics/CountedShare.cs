using MlGate.Findings;

namespace MlGate.Metrics;

/// <summary>A share of rows that counts (label, prediction), for questions that are no metric of the gate file by themselves.</summary>
/// <param name="key">Its name.</param>
/// <param name="definition">What it is.</param>
/// <param name="share">Which rows it counts.</param>
/// <param name="successes">The weight of the successes among the totals.</param>
internal sealed class CountedShare(string key, string definition, ShareRule share, Func<ConfusionTotals, double> successes)
    : ConfusionMetric
{
    /// <inheritdoc/>
    public override string Key => key;

    /// <inheritdoc/>
    public override string Definition => definition;

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => BothClassifications;

    /// <inheritdoc/>
    public override Orientation Orientation => IsLoss ? Orientation.LowerIsBetter : Orientation.HigherIsBetter;

    /// <summary>True if less is better.</summary>
    public bool IsLoss { get; init; }

    /// <inheritdoc/>
    public override ShareRule Share => share;

    /// <summary>Name of the rows that it divides by, and which label they have; null for all rows.</summary>
    public (string Name, int Label)? Among { get; init; }

    /// <inheritdoc/>
    public override Denominator DenominatorOf(Observations rows) =>
        Among is { } among ? new(among.Name, rows.CountOf(among.Label)) : Denominator.OfRows(rows.Rows);

    /// <inheritdoc/>
    public override MetricValue Evaluate(ConfusionTotals totals) =>
        Among is { } among
            ? MetricValue.Ratio(successes(totals), totals.Actual[among.Label], $"no {among.Name}")
            : MetricValue.Ratio(successes(totals), totals.Total, "no rows");

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        Among is { } among ? [new CountedRows(among.Name, row => candidate.Label(row) == among.Label)] : [];
}
