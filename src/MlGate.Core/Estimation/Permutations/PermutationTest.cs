using System.Runtime.InteropServices;
using MlGate.Findings;
using MlGate.Metrics.Walks;
using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>
/// The paired permutation test: baseline and candidate are swapped within rows, or within whole groups; sampling weights stay with their
/// rows. Where the two models are exchangeable it
/// holds its level for any metric and any number of rows.
/// </summary>
internal static class PermutationTest
{
    // Replicates that differ by less than this share of the values are equal but for rounding.
    private const double Rounding = 1e-11;

    /// <summary>One-sided p of "no loss".</summary>
    /// <param name="asked">A change or a ratio.</param>
    /// <param name="sign">+1 where a loss is a drop of the value, −1 where it is a rise.</param>
    /// <param name="rows">The rows, with a baseline.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="draws">How many permutations, where there are more than that.</param>
    /// <param name="threads">Most threads; −1 for as many as there are. Has no influence on the result.</param>
    public static PermutationResult Run(EstimateRequest asked, int sign, PairedObservations rows, long seed, int draws, int threads)
    {
        var stacked = StackedModels.For(asked.Metric, rows);
        var streams = new ulong[rows.UnitCount];
        for (var row = 0; row < rows.Units.Length; row++)
        {
            streams[rows.Units[row]] = rows.Streams[row];
        }

        var bits = new SwapBits(streams, stacked.Differs, seed, draws);
        var changes = Changes(asked, rows, stacked, bits, threads);
        var observed = bits.IsExact
            ? changes[0]
            : Changes(asked, rows, stacked, new SwapBits(streams, new bool[streams.Length], seed, 1), 1)[0];
        return PermutationResult.From(sign, observed, changes, bits.IsExact, Rounding);
    }

    private static double[] Changes(EstimateRequest asked, PairedObservations rows, StackedModels stacked, SwapBits bits, int threads)
    {
        var changes = new double[bits.Count];
        var walks = asked.Metric.Walks(stacked.Rows, [.. Enumerable.Range(0, stacked.Rows.Rows)]);
        var blocks = (bits.Count + WeightTile.Lanes - 1) / WeightTile.Lanes;
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, block =>
        {
            var words = new ulong[rows.UnitCount];
            bits.Fill(block, words);
            var (candidates, baselines) = (new double[WeightTile.Lanes], new double[WeightTile.Lanes]);
            foreach (var walk in walks)
            {
                Walk(walk, rows, words, candidates, baselines);
            }

            for (var lane = 0; lane < WeightTile.Lanes && (block * WeightTile.Lanes) + lane < changes.Length; lane++)
            {
                var (candidate, baseline) = (candidates[lane] / walks.Count, baselines[lane] / walks.Count);
                changes[(block * WeightTile.Lanes) + lane] =
                    asked.Estimand == Estimand.Ratio ? Math.Log(candidate / baseline) : candidate - baseline;
            }
        });
        return changes;
    }

    // Entry i is the candidate's of row i, entry n + i the baseline's: one of them is taken for the candidate, the other for the baseline.
    private static void Walk(BlockWalk walk, PairedObservations rows, ulong[] words, double[] candidates, double[] baselines)
    {
        var n = rows.Units.Length;
        var (candidate, baseline, ofCandidate, ofBaseline) = (new WeightTile(), new WeightTile(), walk.Start(), walk.Start());
        for (var start = 0; start < walk.Order.Length; start += WeightTile.Rows)
        {
            var count = Math.Min(WeightTile.Rows, walk.Order.Length - start);
            for (var index = 0; index < count; index++)
            {
                var entry = walk.Order[start + index];
                var word = entry < n ? ~words[rows.Units[entry]] : words[rows.Units[entry - n]];
                Spread(word, candidate.Draws.AsSpan(index * WeightTile.Lanes, WeightTile.Lanes));
                Spread(~word, baseline.Draws.AsSpan(index * WeightTile.Lanes, WeightTile.Lanes));
            }

            ofCandidate.Take(candidate, start, count);
            ofBaseline.Take(baseline, start, count);
        }

        var values = new double[WeightTile.Lanes];
        Add(ofCandidate, values, candidates);
        Add(ofBaseline, values, baselines);
    }

    private static void Add(BlockState state, double[] values, double[] target)
    {
        state.End(values);
        for (var lane = 0; lane < target.Length; lane++)
        {
            target[lane] += values[lane];
        }
    }

    // 64 bits to 64 bytes of 0 or 1, eight at a time: each byte keeps one bit, and adding 127 carries it to the top.
    private static void Spread(ulong word, Span<byte> target)
    {
        var bytes = MemoryMarshal.Cast<byte, ulong>(target);
        for (var index = 0; index < bytes.Length; index++)
        {
            var kept = (((word >> (8 * index)) & 0xFF) * 0x0101_0101_0101_0101) & 0x8040_2010_0804_0201;
            bytes[index] = ((kept + 0x7F7F_7F7F_7F7F_7F7F) >> 7) & 0x0101_0101_0101_0101;
        }
    }
}
