using MlGate.Metrics;

namespace MlGate.Statistics;

/// <summary>A function of sums over rows: its gradient by the sums, times each row's part in them.</summary>
internal sealed class SumInfluence : Influence
{
    // Of the sum of absolute values; the error of a central difference is of its square.
    private const double Step = 1e-4;

    private readonly SumMetric metric;
    private readonly double[][] columns;

    public SumInfluence(SumMetric metric, SumPlan plan, Observations rows)
    {
        this.metric = metric;
        var weights = rows.Weights ?? Array.ConvertAll(rows.Labels, _ => 1.0);
        columns = [weights, .. plan.Columns.Select(column => column.Zip(weights, (value, weight) => value * weight).ToArray())];
    }

    public override double Evaluate(ReadOnlySpan<double> multiplicities, Span<double> influences)
    {
        Span<double> sums = stackalloc double[columns.Length];
        influences.Clear();
        var sizes = new double[columns.Length];
        for (var column = 0; column < columns.Length; column++)
        {
            var values = columns[column];
            for (var row = 0; row < values.Length; row++)
            {
                var value = multiplicities[row] * values[row];
                (sums[column], sizes[column]) = (sums[column] + value, sizes[column] + Math.Abs(value));
            }
        }

        for (var column = 0; column < columns.Length; column++)
        {
            var slope = sizes[column] == 0 ? 0 : Slope(sums, column, sizes[column] * Step);
            var values = columns[column];
            for (var row = 0; row < values.Length; row++)
            {
                influences[row] += slope * values[row];
            }
        }

        return metric.Evaluate(sums).Value;
    }

    private double Slope(Span<double> sums, int column, double step)
    {
        var sum = sums[column];
        sums[column] = sum + step;
        var above = metric.Evaluate(sums).Value;
        sums[column] = sum - step;
        var below = metric.Evaluate(sums).Value;
        sums[column] = sum;
        return (above - below) / (2 * step);
    }
}
