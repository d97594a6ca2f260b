using MlGate.Metrics.Walks;

namespace MlGate.Metrics;

/// <summary>Counting metrics where rows are weighted, clustered or too many-celled to be counted once.</summary>
internal sealed class ConfusionWalk : BlockWalk
{
    private readonly ICountingMetric metric;
    private readonly Observations rows;
    private readonly (int Label, int Predicted)[] cells;
    private readonly int[] cellOf;

    public ConfusionWalk(ICountingMetric metric, Observations rows, int[] keyOrder)
        : base(keyOrder)
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

    public override BlockState Start() => new State(this);

    private sealed class State(ConfusionWalk walk) : BlockState
    {
        private readonly double[] sums = new double[walk.cells.Length * WeightTile.Lanes];

        public override void Take(WeightTile tile, int start, int count)
        {
            for (var index = 0; index < count; index++)
            {
                var row = walk.Order[start + index];
                tile.AddTo(index, walk.rows.Weight(row), sums.AsSpan(walk.cellOf[row] * WeightTile.Lanes));
            }
        }

        public override void End(Span<double> values)
        {
            var totals = new ConfusionTotals(walk.rows.Classes);
            for (var lane = 0; lane < WeightTile.Lanes; lane++)
            {
                totals.Clear();
                for (var cell = 0; cell < walk.cells.Length; cell++)
                {
                    totals.Add(walk.cells[cell].Label, walk.cells[cell].Predicted, sums[(cell * WeightTile.Lanes) + lane]);
                }

                values[lane] = walk.metric.Evaluate(totals).Value;
            }
        }
    }
}
