using MlGate.Metrics;
using MlGate.Metrics.Walks;
using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>
/// The bootstrap of everything that needs rows, 64 replicates at a time: the draws of a block are shared by all metrics and both models.
/// </summary>
internal static class RowResampling
{
    // Up to this many units each is left out alone; beyond, groups of them: the skewness they estimate is the same.
    private const int MostOmissions = 5000;
    private const int GroupedOmissions = 256;

    /// <summary>Resamples.</summary>
    public static Dictionary<Metric, Replicates> Run(
        PairedObservations rows,
        IReadOnlyList<Metric> metrics,
        long seed,
        int replicates,
        int threads
    )
    {
        if (metrics.Count == 0)
        {
            return [];
        }

        var models = rows.Baseline is null ? [rows.Candidate] : new[] { rows.Candidate, rows.Baseline };
        int[] keyOrder = [.. Enumerable.Range(0, rows.Streams.Length)];
        var parts = new IReadOnlyList<BlockWalk>[metrics.Count * models.Length];
        Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, at =>
            parts[at] = metrics[at / models.Length].Walks(models[at % models.Length], keyOrder)
        );
        var draws = Walk(rows, parts, replicates, threads, (lanes, block, start, tile) =>
            PoissonWeights.Fill(seed, lanes.Streams.AsSpan(start, lanes.CountAt(start)), block, tile)
        );
        var omissions = rows.UnitCount <= MostOmissions ? rows.UnitCount : GroupedOmissions;
        var without = Walk(rows, parts, omissions, threads, (lanes, block, start, tile) =>
            Omit(lanes.Units.AsSpan(start, lanes.CountAt(start)), rows.UnitCount, omissions, block, tile)
        );
        return metrics
            .Select((metric, index) => (metric, At: index * models.Length))
            .ToDictionary(
                pair => pair.metric,
                pair => new Replicates(
                    draws[pair.At],
                    models.Length == 1 ? null : draws[pair.At + 1],
                    without[pair.At],
                    models.Length == 1 ? null : without[pair.At + 1],
                    null
                )
            );
    }

    // A metric's value is the mean of its parts; of several, those without rows in a resample are left out.
    private static double[][] Walk(
        PairedObservations rows,
        IReadOnlyList<BlockWalk>[] parts,
        int weightings,
        int threads,
        Action<Ordered, int, int, WeightTile> fill
    )
    {
        double[][] values = [.. parts.Select(_ => new double[weightings])];
        Ordered[] orders =
        [
            .. parts
                .SelectMany((walks, at) => walks.Select(walk => (walk, at)))
                .GroupBy(pair => pair.walk.Order, ReferenceEqualityComparer.Instance)
                .Select(group => new Ordered(rows, [.. group])),
        ];
        var blocks = (weightings + WeightTile.Lanes - 1) / WeightTile.Lanes;
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, block =>
        {
            var (tile, lanes, from) = (new WeightTile(), new double[WeightTile.Lanes], block * WeightTile.Lanes);
            int[][] defined = [.. parts.Select(_ => new int[WeightTile.Lanes])];
            foreach (var order in orders)
            {
                BlockState[] states = [.. order.Walks.Select(pair => pair.Walk.Start())];
                for (var start = 0; start < order.Streams.Length; start += WeightTile.Rows)
                {
                    fill(order, block, start, tile);
                    foreach (var state in states)
                    {
                        state.Take(tile, start, order.CountAt(start));
                    }
                }

                for (var index = 0; index < states.Length; index++)
                {
                    states[index].End(lanes);
                    var at = order.Walks[index].At;
                    for (var lane = 0; lane < Math.Min(WeightTile.Lanes, weightings - from); lane++)
                    {
                        if (!double.IsNaN(lanes[lane]))
                        {
                            values[at][from + lane] += lanes[lane];
                            defined[at][lane]++;
                        }
                    }
                }
            }

            for (var at = 0; at < parts.Length; at++)
            {
                for (var lane = 0; lane < Math.Min(WeightTile.Lanes, weightings - from); lane++)
                {
                    values[at][from + lane] /= defined[at][lane];
                }
            }
        });
        return values;
    }

    private static void Omit(ReadOnlySpan<int> units, int unitCount, int omissions, int block, WeightTile tile)
    {
        Array.Fill(tile.Draws, (byte)1);
        for (var row = 0; row < units.Length; row++)
        {
            var lane = (int)((long)units[row] * omissions / unitCount) - (block * WeightTile.Lanes);
            if (lane is >= 0 and < WeightTile.Lanes)
            {
                tile.Draws[(row * WeightTile.Lanes) + lane] = 0;
            }
        }
    }

    // Everything that walks in one order, and what is drawn for it.
    private sealed class Ordered(PairedObservations rows, (BlockWalk Walk, int At)[] walks)
    {
        public (BlockWalk Walk, int At)[] Walks => walks;

        public ulong[] Streams { get; } = Array.ConvertAll(walks[0].Walk.Order, row => rows.Streams[row]);

        public int[] Units { get; } = Array.ConvertAll(walks[0].Walk.Order, row => rows.Units[row]);

        public int CountAt(int start) => Math.Min(WeightTile.Rows, Streams.Length - start);
    }
}
