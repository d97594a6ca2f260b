using MlGate.Metrics.Walks;

namespace MlGate.Metrics;

/// <summary>Sums of per-row values, per cell.</summary>
internal sealed class SumWalk : BlockWalk
{
    private readonly SumMetric metric;
    private readonly SumPlan plan;
    private readonly double[][] columns;

    public SumWalk(SumMetric metric, SumPlan plan, Observations rows, int[] keyOrder)
        : base(plan.Order ?? keyOrder)
    {
        (this.metric, this.plan) = (metric, plan);
        var weights = rows.Weights ?? Array.ConvertAll(rows.Labels, _ => 1.0);
        columns =
        [
            InOrder(weights),
            .. plan.Columns.Select(column =>
                InOrder(rows.Weights is null ? column : [.. column.Zip(weights, (value, weight) => value * weight)])
            ),
        ];
    }

    public override BlockState Start() => new State(this);

    private sealed class State(SumWalk walk) : BlockState
    {
        private readonly double[] sums = new double[walk.plan.Cells * walk.columns.Length * WeightTile.Lanes];
        private int cell;

        public override void Take(WeightTile tile, int start, int count)
        {
            for (var from = 0; from < count; )
            {
                while (walk.plan.Starts is { } starts && start + from >= starts[cell + 1])
                {
                    cell++;
                }

                var to = walk.plan.Starts is null ? count : Math.Min(count, walk.plan.Starts[cell + 1] - start);
                tile.AddSums(from..to, walk.columns, start, sums.AsSpan(cell * walk.columns.Length * WeightTile.Lanes));
                from = to;
            }
        }

        public override void End(Span<double> values)
        {
            var own = new double[walk.plan.Cells * walk.columns.Length];
            for (var lane = 0; lane < WeightTile.Lanes; lane++)
            {
                for (var index = 0; index < own.Length; index++)
                {
                    own[index] = sums[(index * WeightTile.Lanes) + lane];
                }

                values[lane] = walk.metric.Evaluate(walk.plan, own, isResample: true).Value;
            }
        }
    }
}
