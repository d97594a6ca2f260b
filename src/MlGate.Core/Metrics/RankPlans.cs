using MlGate.Metrics.Walks;

namespace MlGate.Metrics;

/// <summary>Orders of rows for rank metrics.</summary>
internal static class RankPlans
{
    /// <summary>Rows in descending order of a class's score.</summary>
    internal static RankPlan Descending(Observations rows, int column, int of)
    {
        var order = rows.Descending(column);
        return InOrder(rows, order, row => rows.Scores.Values[(row * rows.Scores.Columns) + column]) with
        {
            IsPositive = Array.ConvertAll(order, row => rows.Label(row) == of),
        };
    }

    /// <summary>Rows in a given order.</summary>
    internal static RankPlan InOrder(Observations rows, int[] order, Converter<int, double> value)
    {
        var (values, ends) = (Array.ConvertAll(order, value), new bool[order.Length]);
        for (var position = 0; position < order.Length; position++)
        {
            ends[position] = position + 1 == order.Length || values[position] != values[position + 1];
        }

        return new RankPlan(order, values, ends, [], rows.Weights is null ? null : Array.ConvertAll(order, row => rows.Weights[row]));
    }
}
