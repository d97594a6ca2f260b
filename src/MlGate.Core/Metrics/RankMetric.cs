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

    /// <summary>Adds the value of one part for every weighting of a block.</summary>
    /// <param name="plan">The part.</param>
    /// <param name="weights">How often each row is drawn, for several weightings at once.</param>
    /// <param name="values">Where the values go, one per weighting; NaN where undefined.</param>
    internal abstract void Evaluate(RankPlan plan, Statistics.WeightBlock weights, Span<double> values);

    /// <inheritdoc/>
    public sealed override MetricValue Measure(Observations rows)
    {
        if ((rows.Rows == 0 ? "there are no rows" : UndefinedBecause(rows)) is { } reason)
        {
            return MetricValue.Because(reason);
        }

        var ones = Statistics.WeightBlock.Ones(rows.Rows);
        Span<double> values = stackalloc double[Statistics.WeightBlock.Lanes];
        var (sum, parts) = (0.0, Plans(rows));
        foreach (var part in parts)
        {
            Evaluate(part, ones, values);
            sum += values[0];
        }

        return MetricValue.Of(sum / parts.Count);
    }
}

/// <summary>One order of rows.</summary>
/// <param name="Order">Rows in the order of the walk.</param>
/// <param name="EndsTie">Per position: is it the last of its ties?</param>
/// <param name="IsPositive">Per row: is it labelled as the class? Empty where there are no classes.</param>
/// <param name="Values">Per row the value by which it is ordered.</param>
/// <param name="Weights">Sampling weights per row; null when all are 1.</param>
public sealed record RankPlan(int[] Order, bool[] EndsTie, bool[] IsPositive, double[] Values, double[]? Weights)
{
    /// <summary>Rows in ascending order of a class's score.</summary>
    internal static RankPlan Ascending(Observations rows, int column, int of)
    {
        var order = rows.Ascending(column);
        return Make(rows, order, column, of);
    }

    /// <summary>Rows in descending order of a class's score.</summary>
    internal static RankPlan Descending(Observations rows, int column, int of)
    {
        var order = (int[])rows.Ascending(column).Clone();
        Array.Reverse(order);
        return Make(rows, order, column, of);
    }

    private static RankPlan Make(Observations rows, int[] order, int column, int of)
    {
        var values = new double[order.Length];
        var positive = new bool[order.Length];
        for (var row = 0; row < order.Length; row++)
        {
            (values[row], positive[row]) = (rows.Scores.Values[(row * rows.Scores.Columns) + column], rows.Label(row) == of);
        }

        return new RankPlan(order, Ties(order, values), positive, values, rows.Weights);
    }

    internal static bool[] Ties(int[] order, double[] values)
    {
        var ends = new bool[order.Length];
        for (var position = 0; position < order.Length; position++)
        {
            ends[position] = position + 1 == order.Length || values[order[position]] != values[order[position + 1]];
        }

        return ends;
    }
}
