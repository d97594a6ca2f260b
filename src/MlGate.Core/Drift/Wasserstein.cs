using MlGate.Profiles;

namespace MlGate.Drift;

/// <summary>
/// Wasserstein-1 distance over the baseline's standard deviation, which is winsorised so that one extreme value cannot hide a shift: the
/// area between the two cumulative shares. The mean of its null is exact: between two neighbouring values
/// the gap of the cumulative shares is (1/N + 1/M) times a hypergeometric count's deviation. Its quantile is drawn by permutation. A
/// constant baseline has no
/// deviation; that of both samples together stands in for it.
/// </summary>
internal sealed class Wasserstein : DriftStatistic
{
    private const int MostCells = 128;

    private readonly Lazy<PermutationNull> permutations;

    public Wasserstein(PairedDistribution pair, long seed)
    {
        long rows = pair.Baseline.Sum(),
            otherRows = pair.Candidate.Sum();
        var deviation = pair.BaselineScale > 0 ? pair.BaselineScale : PooledDeviation(pair);
        var perRow = deviation == 0 ? 0 : ((1.0 / rows) + (1.0 / otherRows)) / deviation;
        var gaps = new List<Gap>();
        long below = 0,
            otherBelow = 0;
        for (var point = 0; point + 1 < pair.Values.Count; point++)
        {
            below += pair.Baseline[point];
            otherBelow += pair.Candidate[point];
            var width = pair.Values[point + 1] - pair.Values[point];
            Value += deviation == 0 ? 0 : width / deviation * Math.Abs((below / (double)rows) - (otherBelow / (double)otherRows));
            if (below + otherBelow > 0 && below + otherBelow < rows + otherRows)
            {
                gaps.Add(
                    new Gap(
                        below + otherBelow,
                        width * perRow * Hypergeometric.MeanAbsoluteDeviation(rows + otherRows, below + otherBelow, rows)
                    )
                );
            }
        }

        NullMean = gaps.Sum(gap => gap.Mean);
        permutations = new Lazy<PermutationNull>(() => Permutations(gaps, rows, otherRows, seed));
    }

    public override double Value { get; }

    public override double NullMean { get; }

    public override string NullMethod => permutations.IsValueCreated ? "exact mean, " + permutations.Value.Method : "exact mean";

    public override double NullQuantile(double level) => NullMean == 0 ? 0 : permutations.Value.Quantile(level);

    // Neighbouring gaps behave alike, so they share a cell as long as it holds little of the whole mean; each cell keeps its part of the
    // mean exactly.
    private PermutationNull Permutations(List<Gap> gaps, long rows, long otherRows, long seed)
    {
        var cells = new List<Gap>();
        var (most, mean, weighted) = (NullMean / MostCells, 0.0, 0.0);
        for (var index = 0; index < gaps.Count; index++)
        {
            mean += gaps[index].Mean;
            weighted += gaps[index].Mean * gaps[index].Below;
            if (index + 1 == gaps.Count || mean + gaps[index + 1].Mean > most)
            {
                if (mean > 0)
                {
                    cells.Add(new Gap((long)Math.Round(weighted / mean), mean));
                }

                (mean, weighted) = (0, 0);
            }
        }

        var total = rows + otherRows;
        var pooled = new long[cells.Count + 1];
        var expected = new double[cells.Count];
        var weights = new double[cells.Count];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            pooled[cell] = cells[cell].Below - (cell == 0 ? 0 : cells[cell - 1].Below);
            expected[cell] = cells[cell].Below * (rows / (double)total);
            weights[cell] = cells[cell].Mean / Hypergeometric.MeanAbsoluteDeviation(total, cells[cell].Below, rows);
        }

        pooled[^1] = total - cells[^1].Below;
        return new PermutationNull(pooled, rows, seed, counts =>
        {
            var (sum, below) = (0.0, 0L);
            for (var cell = 0; cell < weights.Length; cell++)
            {
                below += counts[cell];
                sum += weights[cell] * Math.Abs(below - expected[cell]);
            }

            return sum;
        });
    }

    private static double PooledDeviation(PairedDistribution pair)
    {
        var counts = pair.Baseline.Zip(pair.Candidate, (one, other) => (double)(one + other)).ToArray();
        var rows = counts.Sum();
        var mean = pair.Values.Zip(counts, (value, count) => value * count).Sum() / rows;
        return Math.Sqrt(pair.Values.Zip(counts, (value, count) => count * (value - mean) * (value - mean)).Sum() / Math.Max(1, rows - 1));
    }

    /// <summary>The space between two neighbouring values, or several of them.</summary>
    /// <param name="Below">Pooled rows at or below it.</param>
    /// <param name="Mean">Its part of the null's mean.</param>
    private readonly record struct Gap(long Below, double Mean);
}
