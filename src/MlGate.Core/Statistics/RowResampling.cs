using MlGate.Metrics;

namespace MlGate.Statistics;

/// <summary>The bootstrap of everything that needs rows, 64 replicates at a time: the draws of a block are made once and shared by all metrics and both models.</summary>
internal static class RowResampling
{
    // Up to this many units each is left out alone; beyond, groups of them: the skewness they estimate is the same.
    private const int MostOmissions = 5000;
    private const int GroupedOmissions = 256;

    // Draws of one block per thread.
    private const long MostBytes = 512L << 20;

    /// <summary>Resamples.</summary>
    public static Dictionary<Metric, Replicates> Run(PairedObservations rows, IReadOnlyList<Metric> metrics, long seed, int replicates, int threads)
    {
        if (metrics.Count == 0)
        {
            return [];
        }

        var models = rows.Baseline is null ? [rows.Candidate] : new[] { rows.Candidate, rows.Baseline };
        var walks = metrics.SelectMany(metric => models.Select(model => BlockWalk.Of(metric, model))).ToArray();
        var draws = Walk(rows, walks, replicates, threads, (block, target) => PoissonWeights.Fill(seed, rows.Streams, block, target));
        var omissions = rows.UnitCount <= MostOmissions ? rows.UnitCount : GroupedOmissions;
        var without = Walk(rows, walks, omissions, threads, (block, target) => Omit(rows, omissions, block, target));
        return metrics.Select((metric, index) => (metric, At: index * models.Length)).ToDictionary(
            pair => pair.metric,
            pair => new Replicates(
                draws[pair.At],
                models.Length == 1 ? null : draws[pair.At + 1],
                without[pair.At],
                models.Length == 1 ? null : without[pair.At + 1],
                null));
    }

    private static double[][] Walk(PairedObservations rows, BlockWalk[] walks, int weightings, int threads, Action<int, WeightBlock> fill)
    {
        double[][] values = [.. walks.Select(_ => new double[weightings])];
        var blocks = (weightings + WeightBlock.Lanes - 1) / WeightBlock.Lanes;
        var fitting = (int)Math.Clamp(MostBytes / Math.Max(1, (long)rows.Streams.Length * WeightBlock.Lanes), 1, blocks);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(fitting, threads > 0 ? threads : int.MaxValue) };
        Parallel.For(0, blocks, options, () => new WeightBlock(rows.Streams.Length), (block, _, weights) =>
        {
            fill(block, weights);
            var (start, lanes) = (block * WeightBlock.Lanes, new double[WeightBlock.Lanes]);
            for (var walk = 0; walk < walks.Length; walk++)
            {
                walks[walk].Evaluate(weights, lanes);
                lanes.AsSpan(0, Math.Min(WeightBlock.Lanes, weightings - start)).CopyTo(values[walk].AsSpan(start));
            }

            return weights;
        }, _ => { });
        return values;
    }

    private static void Omit(PairedObservations rows, int omissions, int block, WeightBlock target)
    {
        Array.Fill(target.Draws, (byte)1);
        for (var row = 0; row < rows.Units.Length; row++)
        {
            var lane = (int)((long)rows.Units[row] * omissions / rows.UnitCount) - (block * WeightBlock.Lanes);
            if (lane is >= 0 and < WeightBlock.Lanes)
            {
                target.Draws[(row * WeightBlock.Lanes) + lane] = 0;
            }
        }
    }
}
