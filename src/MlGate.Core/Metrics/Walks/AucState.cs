namespace MlGate.Metrics.Walks;

/// <summary>
/// Area under the ROC curve; the walk descends: each negative loses against the positives before it, and half of those it is tied with.
/// </summary>
internal sealed class AucState(RankPlan plan) : BlockState
{
    private const int Lanes = WeightTile.Lanes;
    private readonly double[] above = new double[Lanes];
    private readonly double[] negatives = new double[Lanes];
    private readonly double[] tiedPositives = new double[Lanes];
    private readonly double[] tiedNegatives = new double[Lanes];
    private readonly double[] wins = new double[Lanes];

    public override void Take(WeightTile tile, int start, int count)
    {
        for (var index = 0; index < count; index++)
        {
            var position = start + index;
            tile.AddTo(index, plan.WeightAt(position), plan.IsPositive[position] ? tiedPositives : tiedNegatives);
            if (plan.EndsTie[position])
            {
                for (var lane = 0; lane < Lanes; lane++)
                {
                    wins[lane] += tiedNegatives[lane] * (above[lane] + (tiedPositives[lane] / 2));
                    above[lane] += tiedPositives[lane];
                    negatives[lane] += tiedNegatives[lane];
                    (tiedPositives[lane], tiedNegatives[lane]) = (0, 0);
                }
            }
        }
    }

    public override void End(Span<double> values)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            values[lane] = wins[lane] / (above[lane] * negatives[lane]);
        }
    }
}
