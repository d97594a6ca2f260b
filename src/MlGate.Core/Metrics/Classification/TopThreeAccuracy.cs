namespace MlGate.Metrics.Classification;

/// <summary>
/// Share of the rows whose class is among the three with the highest scores. Of equal scores those of earlier classes count as higher.
/// </summary>
public sealed class TopThreeAccuracy : SumMetric
{
    private const int Top = 3;

    /// <inheritdoc/>
    public override string Key => "top-3-accuracy";

    /// <inheritdoc/>
    public override string Definition => "share of the rows whose class is among the three with the highest scores";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => MulticlassOnly;

    /// <inheritdoc/>
    public override ShareRule Share { get; } = new((_, _) => true, IsHit, Paired: true);

    /// <inheritdoc/>
    public override SumPlan Plan(Observations rows) => SumPlan.From(rows, row => IsHit(rows, row) ? 1 : 0);

    /// <inheritdoc/>
    public override MetricValue Evaluate(ReadOnlySpan<double> sums) => MetricValue.Ratio(sums[1], sums[0], "no rows");

    private static bool IsHit(Observations rows, int row) => Above(rows, row) < Top;

    private static int Above(Observations rows, int row)
    {
        var (label, above) = (rows.Label(row), 0);
        var own = rows.Score(row, label);
        for (var of = 0; of < rows.Classes; of++)
        {
            var score = rows.Score(row, of);
            above += score > own || (score == own && of < label) ? 1 : 0;
        }

        return above;
    }
}
