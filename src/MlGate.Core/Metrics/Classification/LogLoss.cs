namespace MlGate.Metrics.Classification;

/// <summary>Mean of −ln of the probability that the model gave the right class, in nats. Probabilities are clipped at 1e-15.</summary>
public sealed class LogLoss : SumMetric
{
    private const double Floor = 1e-15;

    /// <inheritdoc/>
    public override string Key => "log-loss";

    /// <inheritdoc/>
    public override string Definition => "mean of −ln of the probability of the right class (nats), clipped at 1e-15";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => BothClassifications;

    /// <inheritdoc/>
    public override Orientation Orientation => Orientation.LowerIsBetter;

    /// <inheritdoc/>
    public override bool IsShare => false;

    /// <inheritdoc/>
    public override double Maximum => -Math.Log(Floor);

    /// <inheritdoc/>
    public override bool NeedsProbabilities => true;

    /// <inheritdoc/>
    public override SumPlan Plan(Observations rows) =>
        SumPlan.From(rows, row => -Math.Log(Math.Clamp(rows.Score(row, rows.Label(row)), Floor, 1)));

    /// <inheritdoc/>
    public override MetricValue Evaluate(ReadOnlySpan<double> sums) => MetricValue.Ratio(sums[1], sums[0], "no rows");

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.OutsideLargestClass(candidate)];
}
