using System.Runtime.Intrinsics;

using MlGate.Metrics;

namespace MlGate.Statistics;

/// <summary>Rank metrics of many weightings in one walk over the sorted rows.</summary>
internal static class RankLanes
{
    private const int Lanes = WeightBlock.Lanes;

    /// <summary>Area under the ROC curve; the plan ascends.</summary>
    public static void Auc(RankPlan plan, WeightBlock weights, Span<double> values)
    {
        Span<double> below = stackalloc double[Lanes];
        Span<double> ties = stackalloc double[Lanes];
        Span<double> hits = stackalloc double[Lanes];
        Span<double> positives = stackalloc double[Lanes];
        values[..Lanes].Clear();
        var (hasPositives, hasNegatives) = (false, false);
        for (var position = 0; position < plan.Order.Length; position++)
        {
            var row = plan.Order[position];
            var positive = plan.IsPositive[row];
            Add(plan, weights, row, positive ? hits : ties);
            (hasPositives, hasNegatives) = (hasPositives || positive, hasNegatives || !positive);
            if (!plan.EndsTie[position])
            {
                continue;
            }

            for (var lane = 0; hasPositives && lane < Lanes; lane++)
            {
                values[lane] += hits[lane] * (below[lane] + (ties[lane] / 2));
                positives[lane] += hits[lane];
                hits[lane] = 0;
            }

            for (var lane = 0; hasNegatives && lane < Lanes; lane++)
            {
                below[lane] += ties[lane];
                ties[lane] = 0;
            }

            (hasPositives, hasNegatives) = (false, false);
        }

        for (var lane = 0; lane < Lanes; lane++)
        {
            values[lane] /= below[lane] * positives[lane];
        }
    }

    /// <summary>Average precision; the plan descends.</summary>
    public static void AveragePrecision(RankPlan plan, WeightBlock weights, Span<double> values)
    {
        Span<double> all = stackalloc double[Lanes];
        Span<double> found = stackalloc double[Lanes];
        Span<double> hits = stackalloc double[Lanes];
        values[..Lanes].Clear();
        var hasPositives = false;
        for (var position = 0; position < plan.Order.Length; position++)
        {
            var row = plan.Order[position];
            if (position % WeightBlock.Tile == 0)
            {
                _ = weights.Touch(plan.Order.AsSpan(position, Math.Min(WeightBlock.Tile, plan.Order.Length - position)));
            }

            Add(plan, weights, row, all);
            if (plan.IsPositive[row])
            {
                Add(plan, weights, row, hits);
                hasPositives = true;
            }

            if (hasPositives && plan.EndsTie[position])
            {
                Step(all, found, hits, values);
                hasPositives = false;
            }
        }

        for (var lane = 0; lane < Lanes; lane++)
        {
            values[lane] = found[lane] < all[lane] ? values[lane] / found[lane] : double.NaN;
        }
    }

    /// <summary>Median of the plan's values; the plan ascends.</summary>
    public static void Median(RankPlan plan, WeightBlock weights, Span<double> values)
    {
        Span<double> total = stackalloc double[Lanes];
        Span<double> below = stackalloc double[Lanes];
        Span<double> own = stackalloc double[Lanes];
        foreach (var row in plan.Order)
        {
            Add(plan, weights, row, total);
        }

        values[..Lanes].Fill(double.NaN);
        foreach (var row in plan.Order)
        {
            own.Clear();
            Add(plan, weights, row, own);
            var value = plan.Values[row];
            for (var lane = 0; lane < Lanes; lane++)
            {
                var (half, before) = (total[lane] / 2, below[lane]);
                var after = before + own[lane];
                values[lane] = before < half && after >= half ? value : before == half && after > half ? (values[lane] + value) / 2 : values[lane];
                below[lane] = after;
            }
        }
    }

    // One step of the curve: precision over all rows so far, times the recall gained.
    private static void Step(ReadOnlySpan<double> all, Span<double> found, Span<double> hits, Span<double> values)
    {
        var tiny = Vector256.Create(double.Epsilon);
        for (var lane = 0; lane < Lanes; lane += Vector256<double>.Count)
        {
            var hit = Vector256.Create<double>(hits[lane..]);
            var sum = Vector256.Create<double>(found[lane..]) + hit;
            sum.CopyTo(found[lane..]);

            // Where nothing was drawn yet, 0 / tiny is 0.
            (Vector256.Create<double>(values[lane..]) + (hit * (sum / Vector256.Max(Vector256.Create(all[lane..]), tiny)))).CopyTo(values[lane..]);
        }

        hits.Clear();
    }

    private static void Add(RankPlan plan, WeightBlock weights, int row, Span<double> totals)
    {
        if (plan.Weights is null)
        {
            weights.AddTo(row, totals);
        }
        else
        {
            weights.AddTo(row, plan.Weights[row], totals);
        }
    }
}
