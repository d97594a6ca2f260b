using System.Numerics;

namespace MlGate.Metrics;

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
        Span<double> sizes = stackalloc double[columns.Length];
        for (var column = 0; column < columns.Length; column++)
        {
            (sums[column], sizes[column]) = Total(multiplicities, columns[column]);
        }

        influences.Clear();
        for (var column = 0; column < columns.Length; column++)
        {
            var slope = sizes[column] == 0 ? 0 : Slope(sums, column, sizes[column] * Step);
            AddMultiple(slope, columns[column], influences);
        }

        return metric.Evaluate(sums).Value;
    }

    // The sum of multiplicity × value, and of its absolute values.
    private static (double Sum, double Size) Total(ReadOnlySpan<double> multiplicities, ReadOnlySpan<double> values)
    {
        var (sums, sizes, row) = (Vector<double>.Zero, Vector<double>.Zero, 0);
        for (; row <= values.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            var product = new Vector<double>(multiplicities[row..]) * new Vector<double>(values[row..]);
            sums += product;
            sizes += Vector.Abs(product);
        }

        var (sum, size) = (Vector.Sum(sums), Vector.Sum(sizes));
        for (; row < values.Length; row++)
        {
            var product = multiplicities[row] * values[row];
            sum += product;
            size += Math.Abs(product);
        }

        return (sum, size);
    }

    private static void AddMultiple(double slope, ReadOnlySpan<double> values, Span<double> target)
    {
        var (slopes, row) = (new Vector<double>(slope), 0);
        for (; row <= values.Length - Vector<double>.Count; row += Vector<double>.Count)
        {
            (new Vector<double>(target[row..]) + (slopes * new Vector<double>(values[row..]))).CopyTo(target[row..]);
        }

        for (; row < values.Length; row++)
        {
            target[row] += slope * values[row];
        }
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
