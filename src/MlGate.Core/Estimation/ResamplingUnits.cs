using MlGate.Metrics.Walks;
using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>What a bootstrap draws: rows, groups of rows, or cells of equal rows.</summary>
internal abstract class ResamplingUnits
{
    /// <summary>Number of replicates in a block: draws are made for all of them at once.</summary>
    public const int BlockSize = WeightTile.Lanes;

    /// <summary>Number of rows.</summary>
    public abstract int Rows { get; }

    /// <summary>Number of units.</summary>
    public abstract int Count { get; }

    /// <summary>The unit of each row.</summary>
    public abstract int[] UnitOf { get; }

    /// <summary>How often the data themselves have each row.</summary>
    public abstract double[] Once { get; }

    /// <summary>Draws a block of replicates.</summary>
    public abstract Action<int, double[]> Draw(long seed, int block);

    /// <summary>Rows, each Poisson(1) times, or whole groups of them.</summary>
    public static ResamplingUnits For(PairedObservations rows) => new RowUnits(rows);

    /// <summary>Cells of c equal rows, each Poisson(c) times.</summary>
    public static ResamplingUnits For(ConfusionCells cells) => new CellUnits(cells);

    private sealed class RowUnits(PairedObservations rows) : ResamplingUnits
    {
        public override int Rows => rows.Units.Length;

        public override int Count => rows.UnitCount;

        public override int[] UnitOf => rows.Units;

        public override double[] Once { get; } = [.. Enumerable.Repeat(1.0, rows.Units.Length)];

        public override Action<int, double[]> Draw(long seed, int block)
        {
            var (tile, draws) = (new WeightTile(), new byte[Rows * BlockSize]);
            for (var start = 0; start < Rows; start += WeightTile.Rows)
            {
                var count = Math.Min(WeightTile.Rows, Rows - start);
                PoissonWeights.Fill(seed, rows.Streams.AsSpan(start, count), block, tile);
                tile.Draws.AsSpan(0, count * BlockSize).CopyTo(draws.AsSpan(start * BlockSize));
            }

            return (lane, target) =>
            {
                for (var row = 0; row < target.Length; row++)
                {
                    target[row] = draws[(row * BlockSize) + lane];
                }
            };
        }
    }

    private sealed class CellUnits(ConfusionCells cells) : ResamplingUnits
    {
        public override int Rows => cells.Cells.Count;

        public override int Count => cells.Cells.Count;

        public override int[] UnitOf { get; } = [.. Enumerable.Range(0, cells.Cells.Count)];

        public override double[] Once { get; } = [.. cells.Cells.Select(cell => (double)cell.Count)];

        public override Action<int, double[]> Draw(long seed, int block) =>
            (lane, target) =>
            {
                for (var cell = 0; cell < target.Length; cell++)
                {
                    target[cell] = PoissonCount.Draw(seed, cells.Cells[cell].Stream, (block * BlockSize) + lane, cells.Cells[cell].Count);
                }
            };
    }
}
