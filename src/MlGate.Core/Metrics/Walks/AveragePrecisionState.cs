using System.Runtime.Intrinsics;

namespace MlGate.Metrics.Walks;

/// <summary>Average precision; the walk descends.</summary>
internal sealed class AveragePrecisionState(RankPlan plan) : BlockState
{
    private const int Lanes = WeightTile.Lanes;
    private readonly double[] all = new double[Lanes];
    private readonly double[] found = new double[Lanes];
    private readonly double[] hits = new double[Lanes];
    private readonly double[] area = new double[Lanes];
    private bool hasHits;

    public override void Take(WeightTile tile, int start, int count)
    {
        for (var index = 0; index < count; index++)
        {
            var position = start + index;
            tile.AddTo(index, plan.WeightAt(position), all);
            if (plan.IsPositive[position])
            {
                tile.AddTo(index, plan.WeightAt(position), hits);
                hasHits = true;
            }

            if (hasHits && plan.EndsTie[position])
            {
                Step();
                hasHits = false;
            }
        }
    }

    public override void End(Span<double> values)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            values[lane] = found[lane] < all[lane] ? area[lane] / found[lane] : double.NaN;
        }
    }

    // One step of the curve: precision over all rows so far, times the recall gained.
    private void Step()
    {
        var tiny = Vector256.Create(double.Epsilon);
        for (var lane = 0; lane < Lanes; lane += Vector256<double>.Count)
        {
            var hit = Vector256.Create(hits, lane);
            var sum = Vector256.Create(found, lane) + hit;
            sum.CopyTo(found, lane);

            // Where nothing was drawn yet, 0 / tiny is 0.
            (Vector256.Create(area, lane) + (hit * (sum / Vector256.Max(Vector256.Create(all, lane), tiny)))).CopyTo(area, lane);
        }

        Array.Clear(hits);
    }
}
