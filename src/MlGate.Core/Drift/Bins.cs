using MlGate.Profiles;

namespace MlGate.Drift;

/// <summary>
/// Counts of two samples over the same bins, empty ones left out. Categories are bins as they are. Numbers are cut at the baseline's
/// deciles: each edge is the smallest
/// value at or below which at least k tenths of the baseline lie, and belongs to the lower bin; equal edges are one, so ties give fewer
/// bins. A constant baseline has
/// two bins: its value, and all others.
/// </summary>
/// <param name="Baseline">Baseline's counts.</param>
/// <param name="Candidate">Candidate's counts.</param>
internal sealed record Bins(long[] Baseline, long[] Candidate)
{
    private const int Tenths = 10;

    public static Bins From(PairedDistribution pair)
    {
        var bin = pair.Values.Count == 0 ? [.. Enumerable.Range(0, pair.Baseline.Count)] : Deciles(pair);
        var (baseline, candidate) = (new long[bin.Length + 1], new long[bin.Length + 1]);
        for (var point = 0; point < bin.Length; point++)
        {
            baseline[bin[point]] += pair.Baseline[point];
            candidate[bin[point]] += pair.Candidate[point];
        }

        var filled = Enumerable.Range(0, baseline.Length).Where(index => baseline[index] + candidate[index] > 0).ToArray();
        return new Bins([.. filled.Select(index => baseline[index])], [.. filled.Select(index => candidate[index])]);
    }

    private static int[] Deciles(PairedDistribution pair)
    {
        var total = pair.Baseline.Sum();
        var last = pair.Baseline.Count - 1;
        while (pair.Baseline[last] == 0)
        {
            last--;
        }

        if (pair.Baseline[last] == total)
        {
            return [.. Enumerable.Range(0, pair.Values.Count).Select(point => point == last ? 0 : 1)];
        }

        var bins = new int[pair.Values.Count];
        var (bin, cumulative, tenth) = (0, 0L, 1);
        for (var point = 0; point < bins.Length; point++)
        {
            bins[point] = bin;
            cumulative += pair.Baseline[point];
            var reached = false;
            while (tenth < Tenths && (Int128)cumulative * Tenths >= (Int128)total * tenth)
            {
                (reached, tenth) = (true, tenth + 1);
            }

            // An edge at the baseline's largest value would cut off a bin that the baseline cannot fill.
            if (reached && point < last)
            {
                bin++;
            }
        }

        return bins;
    }
}
