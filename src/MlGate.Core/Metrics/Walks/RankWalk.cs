namespace MlGate.Metrics.Walks;

/// <summary>One part of a rank metric.</summary>
internal sealed class RankWalk(RankPlan plan, Func<RankPlan, BlockState> start) : BlockWalk(plan.Order)
{
    public override BlockState Start() => start(plan);

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
