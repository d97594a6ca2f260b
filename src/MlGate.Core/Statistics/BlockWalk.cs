using MlGate.Metrics;

namespace MlGate.Statistics;

/// <summary>One metric of one model, prepared to be evaluated under many weightings. Keeps no state between blocks: threads share it.</summary>
internal abstract class BlockWalk
{
    /// <summary>Writes the metric's value per weighting; NaN where undefined.</summary>
    public abstract void Evaluate(WeightBlock weights, Span<double> values);

    /// <summary>The walk that a metric's statistic asks for.</summary>
    public static BlockWalk Of(Metric metric, Observations rows) => metric switch
    {
        SumMetric sums => new SumWalk(sums, rows),
        RankMetric ranks => new RankWalk(ranks, rows),
        ConfusionMetric counts => new ConfusionWalk(counts, rows),
        _ => throw new ArgumentException("A metric without a statistic.", nameof(metric)),
    };

    private sealed class SumWalk : BlockWalk
    {
        private readonly SumMetric metric;
        private readonly SumPlan plan;
        private readonly double[][] columns;

        public SumWalk(SumMetric metric, Observations rows)
        {
            (this.metric, plan) = (metric, metric.Plan(rows));
            var ones = new double[rows.Rows];
            Array.Fill(ones, 1);
            columns = [rows.Weights ?? ones, .. plan.Columns.Select(column => rows.Weights is null ? column : Times(column, rows.Weights))];
        }

        public override void Evaluate(WeightBlock weights, Span<double> values)
        {
            var width = columns.Length;
            var sums = new double[plan.Cells * width * WeightBlock.Lanes];
            for (var cell = 0; cell < plan.Cells; cell++)
            {
                var order = plan.Order is null ? default : plan.Order.AsSpan(plan.Starts![cell]..plan.Starts[cell + 1]);
                weights.Sum(order, columns, sums.AsSpan(cell * width * WeightBlock.Lanes));
            }

            var own = new double[plan.Cells * width];
            for (var lane = 0; lane < WeightBlock.Lanes; lane++)
            {
                for (var index = 0; index < own.Length; index++)
                {
                    own[index] = sums[(index * WeightBlock.Lanes) + lane];
                }

                values[lane] = metric.Evaluate(own).Value;
            }
        }

        private static double[] Times(double[] left, double[] right)
        {
            var result = new double[left.Length];
            for (var index = 0; index < result.Length; index++)
            {
                result[index] = left[index] * right[index];
            }

            return result;
        }
    }

    private sealed class RankWalk(RankMetric metric, Observations rows) : BlockWalk
    {
        private readonly IReadOnlyList<RankPlan> plans = metric.Plans(rows);

        public override void Evaluate(WeightBlock weights, Span<double> values)
        {
            Span<double> part = stackalloc double[WeightBlock.Lanes];
            values[..WeightBlock.Lanes].Clear();
            foreach (var plan in plans)
            {
                metric.Evaluate(plan, weights, part);
                for (var lane = 0; lane < WeightBlock.Lanes; lane++)
                {
                    values[lane] += part[lane] / plans.Count;
                }
            }
        }
    }

    private sealed class ConfusionWalk : BlockWalk
    {
        private readonly ConfusionMetric metric;
        private readonly Observations rows;
        private readonly (int Label, int Predicted)[] cells;
        private readonly int[] cellOf;

        public ConfusionWalk(ConfusionMetric metric, Observations rows)
        {
            (this.metric, this.rows, cellOf) = (metric, rows, new int[rows.Rows]);
            var numbers = new Dictionary<(int, int), int>();
            for (var row = 0; row < cellOf.Length; row++)
            {
                var cell = (rows.Label(row), rows.Predicted[row]);
                if (!numbers.TryGetValue(cell, out var number))
                {
                    numbers.Add(cell, number = numbers.Count);
                }

                cellOf[row] = number;
            }

            cells = [.. numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        }

        public override void Evaluate(WeightBlock weights, Span<double> values)
        {
            var sums = new double[cells.Length * WeightBlock.Lanes];
            for (var row = 0; row < cellOf.Length; row++)
            {
                weights.AddTo(row, rows.Weight(row), sums.AsSpan(cellOf[row] * WeightBlock.Lanes));
            }

            var totals = new ConfusionTotals(rows.Classes);
            for (var lane = 0; lane < WeightBlock.Lanes; lane++)
            {
                totals.Clear();
                for (var cell = 0; cell < cells.Length; cell++)
                {
                    totals.Add(cells[cell].Label, cells[cell].Predicted, sums[(cell * WeightBlock.Lanes) + lane]);
                }

                values[lane] = metric.Evaluate(totals).Value;
            }
        }
    }
}
