namespace MlGate.Metrics.Walks;

/// <summary>Median of the plan's values; the walk descends. The draws are kept: the half of their sum is known only at the end.</summary>
internal sealed class MedianState(RankPlan plan) : BlockState
{
    private const int Lanes = WeightTile.Lanes;
    private readonly List<byte[]> tiles = [];
    private readonly double[] total = new double[Lanes];

    public override void Take(WeightTile tile, int start, int count)
    {
        tiles.Add(tile.Draws[..(count * Lanes)]);
        for (var index = 0; index < count; index++)
        {
            tile.AddTo(index, plan.WeightAt(start + index), total);
        }
    }

    public override void End(Span<double> values)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            values[lane] = At(lane);
        }
    }

    private double At(int lane)
    {
        var (half, above, position, value) = (total[lane] / 2, 0.0, 0, double.NaN);
        foreach (var draws in tiles)
        {
            for (var index = lane; index < draws.Length; index += Lanes, position++)
            {
                var before = above;
                above += draws[index] * plan.WeightAt(position);
                if (above > half)
                {
                    return before == half ? (value + plan.Values[position]) / 2 : plan.Values[position];
                }

                value = above == half && before < half ? plan.Values[position] : value;
            }
        }

        return double.NaN;
    }
}
