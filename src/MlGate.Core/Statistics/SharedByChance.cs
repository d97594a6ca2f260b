using MathNet.Numerics;

namespace MlGate.Statistics;

/// <summary>
/// Do two datasets share more row contents than a random split of their rows, or than the repeats inside one of them, explain? One-sided;
/// every p is an upper bound.
/// </summary>
public static class SharedByChance
{
    private const int Tests = 3;

    /// <summary>
    /// Rows of the first dataset that have an equal one in the other, expected under a random split of all rows into datasets of these
    /// sizes.
    /// </summary>
    /// <param name="repeats">Contents of both datasets by their copies.</param>
    /// <param name="rows">Rows of the first dataset.</param>
    /// <param name="others">Rows of the other dataset.</param>
    public static double Expected(IReadOnlyList<RepeatedContents> repeats, long rows, long others) =>
        repeats
            .Where(repeat => repeat.Copies > 1)
            .Sum(repeat => repeat.Contents * repeat.Copies * (Share(rows, others) - AllInFirst(repeat.Copies, rows, others)));

    /// <summary>p of "no more contents are shared than by chance": the smallest of three tests, times three.</summary>
    /// <param name="repeats">Contents of both datasets by their copies.</param>
    /// <param name="rows">Rows of the first dataset.</param>
    /// <param name="others">Rows of the other dataset.</param>
    /// <param name="pairs">Pairs of equal rows inside the first dataset.</param>
    /// <param name="otherPairs">Pairs of equal rows inside the other dataset.</param>
    public static double P(IReadOnlyList<RepeatedContents> repeats, long rows, long others, long pairs, long otherPairs)
    {
        var split = repeats.Sum(repeat => repeat.Split);
        return split == 0
            ? 1
            : Math.Min(
                1,
                Tests
                    * Math.Min(
                        RandomSplit(repeats, rows, others),
                        Math.Min(RateInside(split, pairs, rows, others), RateInside(split, otherPairs, others, rows))
                    )
            );
    }

    // Independent labels with probability m / N are split c ways with 1 − θ^c − (1 − θ)^c. Their sum is bounded by a binomial one
    // (Hoeffding 1956),
    // and conditioning on the sizes divides by at most the probability of the sizes.
    private static double RandomSplit(IReadOnlyList<RepeatedContents> repeats, long rows, long others)
    {
        var share = Share(rows, others);
        var repeated = repeats.Where(repeat => repeat.Copies > 1).ToList();
        var contents = repeated.Sum(repeat => repeat.Contents);
        var split = repeated.Sum(repeat => repeat.Split);
        var mean = repeated.Sum(repeat => repeat.Contents * (1 - Math.Pow(share, repeat.Copies) - Math.Pow(1 - share, repeat.Copies)));
        return split < mean + 1 ? 1 : Math.Min(1, Tail(split, contents, mean / contents) / ProbabilityOfSizes(rows, others));
    }

    // Rows of one population: a pair inside a dataset and a pair across are equally likely each. Shared contents are at most the pairs
    // across.
    private static double RateInside(long split, long pairs, long rows, long others)
    {
        if (rows < 2)
        {
            return 1;
        }

        var ratio = 2.0 * others / (rows - 1);
        return Tail(split, split + pairs, ratio / (1 + ratio));
    }

    private static double Share(long rows, long others) => rows / (double)(rows + others);

    // A random split puts all copies into the first dataset.
    private static double AllInFirst(long copies, long rows, long others)
    {
        var probability = 1.0;
        for (var copy = 0L; copy < copies && probability > 0; copy++)
        {
            probability *= Math.Max(0, rows - copy) / (double)(rows + others - copy);
        }

        return probability;
    }

    // P(X ≥ successes), X binomial.
    private static double Tail(long successes, long trials, double probability) =>
        successes <= 0 ? 1
        : probability >= 1 ? 1
        : SpecialFunctions.BetaRegularized(successes, trials - successes + 1, probability);

    private static double ProbabilityOfSizes(long rows, long others)
    {
        var share = Share(rows, others);
        return Math.Exp(
            SpecialFunctions.GammaLn(rows + others + 1.0)
                - SpecialFunctions.GammaLn(rows + 1.0)
                - SpecialFunctions.GammaLn(others + 1.0)
                + (rows * Math.Log(share))
                + (others * Math.Log(1 - share))
        );
    }
}
