namespace MlGate.Statistics;

/// <summary>What a permutation test found.</summary>
/// <param name="P">One-sided p of "no loss": (1 + extreme) / (1 + draws), or the share of all combinations.</param>
/// <param name="Count">Number of permutations.</param>
/// <param name="IsExact">True for all combinations.</param>
/// <param name="NormalP">The p where the tail of the permutations is taken as normal.</param>
internal sealed record PermutationResult(double P, int Count, bool IsExact, double NormalP)
{
    /// <summary>Counts the permutations that lose as much as the data; undefined ones do.</summary>
    public static PermutationResult From(int sign, double observed, double[] changes, bool isExact, double rounding)
    {
        var tolerance = rounding * (Math.Abs(observed) + changes.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max());
        var extreme = changes.LongCount(change => double.IsNaN(change) || sign * change <= (sign * observed) + tolerance);
        var p = isExact ? (double)extreme / changes.Length : (1.0 + extreme) / (1 + changes.Length);

        // Swapping is symmetric: the mean is 0.
        var deviation = Math.Sqrt(changes.Where(double.IsFinite).Select(change => change * change).DefaultIfEmpty(0).Average());
        return new PermutationResult(p, changes.Length, isExact, deviation > 0 ? Gaussian.Cdf(sign * observed / deviation) : 1);
    }

    /// <summary>The same, with a normal tail where time forbade as many draws as a level needs.</summary>
    public PermutationResult ForLevel(double level) =>
        !IsExact && 1.0 / (1 + Count) > level && P * (1 + Count) <= SortedReplicates.Enough ? this with { P = NormalP } : this;
}
