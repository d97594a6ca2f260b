using MlGate.Statistics;

namespace MlGate.Metrics;

/// <summary>A metric that needs the order of the rows by a score.</summary>
public abstract class RankMetric : Metric
{
    private protected RankMetric()
    {
    }

    /// <inheritdoc/>
    public sealed override StatisticKind Statistic => StatisticKind.Ranks;

    /// <summary>Is it an area under ROC curves, so that DeLong's variance holds?</summary>
    internal virtual bool IsArea => false;

    /// <summary>The orders that it walks, one per part (class); the metric is the mean of the parts.</summary>
    public abstract IReadOnlyList<RankPlan> Plans(Observations rows);

    /// <summary>Why it has no value over these rows; null if it has one.</summary>
    public abstract string? UndefinedBecause(Observations rows);

    /// <summary>Starts a walk over one part.</summary>
    internal abstract BlockState Start(RankPlan plan);

    /// <inheritdoc/>
    public sealed override MetricValue Measure(Observations rows) =>
        (rows.Rows == 0 ? "there are no rows" : UndefinedBecause(rows)) is { } reason
            ? MetricValue.Because(reason)
            : MetricValue.Of(Plans(rows).Average(plan => new RankWalk(this, plan).Once()));
}

/// <summary>One order of rows, from the highest value down.</summary>
/// <param name="Order">Rows in the order of the walk.</param>
/// <param name="Values">Per position the value by which it is ordered.</param>
/// <param name="EndsTie">Per position: is it the last of its ties?</param>
/// <param name="IsPositive">Per position: is it labelled as the class? Empty where there are no classes.</param>
/// <param name="Weights">Per position the sampling weight; null when all are 1.</param>
public sealed record RankPlan(int[] Order, double[] Values, bool[] EndsTie, bool[] IsPositive, double[]? Weights)
{
    /// <summary>Rows in descending order of a class's score.</summary>
    internal static RankPlan Of(Observations rows, int column, int of)
    {
        var order = rows.Descending(column);
        return Of(rows, order, row => rows.Scores.Values[(row * rows.Scores.Columns) + column]) with { IsPositive = Array.ConvertAll(order, row => rows.Label(row) == of) };
    }

    /// <summary>Rows in a given order.</summary>
    internal static RankPlan Of(Observations rows, int[] order, Converter<int, double> value)
    {
        var (values, ends) = (Array.ConvertAll(order, value), new bool[order.Length]);
        for (var position = 0; position < order.Length; position++)
        {
            ends[position] = position + 1 == order.Length || values[position] != values[position + 1];
        }

        return new RankPlan(order, values, ends, [], rows.Weights is null ? null : Array.ConvertAll(order, row => rows.Weights[row]));
    }

    internal double WeightAt(int position) => Weights is null ? 1 : Weights[position];
}
