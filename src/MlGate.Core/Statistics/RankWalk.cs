using MlGate.Metrics;

namespace MlGate.Statistics;

/// <summary>One part of a rank metric.</summary>
internal sealed class RankWalk(RankMetric metric, RankPlan plan) : BlockWalk(plan.Order)
{
    public override BlockState Start() => metric.Start(plan);

    /// <summary>The value with every row drawn once.</summary>
    public double Once()
    {
        var (tile, state) = (new WeightTile(), Start());
        Array.Fill(tile.Draws, (byte)1);
        for (var start = 0; start < Order.Length; start += WeightTile.Rows)
        {
            state.Take(tile, start, Math.Min(WeightTile.Rows, Order.Length - start));
        }

        Span<double> values = stackalloc double[WeightTile.Lanes];
        state.End(values);
        return values[0];
    }
}
