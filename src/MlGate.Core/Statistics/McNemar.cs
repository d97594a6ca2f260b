using MathNet.Numerics.Distributions;

namespace MlGate.Statistics;

/// <summary>Tests on the discordant rows of paired proportions (McNemar 1947; mid-p: Fagerland, Lydersen and Laake 2013).</summary>
public static class McNemar
{
    /// <summary>Exact two-sided p of no change, in (0, 1].</summary>
    public static double Exact(long gained, long lost) =>
        gained + lost == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, Count(gained + lost), Math.Min(gained, lost)));

    /// <summary>Mid-p two-sided p of no change, in (0, 1].</summary>
    public static double MidP(long gained, long lost)
    {
        if (gained == lost)
        {
            // Half of the probability of a tie: the doubled tail passes 1 otherwise.
            return gained == 0 ? 1 : 1 - (Binomial.PMF(0.5, Count(gained + lost), (int)gained) / 2);
        }

        return Exact(gained, lost) - Binomial.PMF(0.5, Count(gained + lost), Count(Math.Min(gained, lost)));
    }

    /// <summary>One-sided exact p of "nothing is lost": P(X ≥ lost), X ~ Binomial(gained + lost, 1/2).</summary>
    public static double ExactLoss(long gained, long lost) => gained + lost == 0 ? 1 : Binomial.CDF(0.5, Count(gained + lost), gained);

    /// <summary>
    /// One-sided mid-p of "nothing is lost": that of <see cref="ExactLoss"/> less half the probability of the observed table.
    /// </summary>
    public static double MidPLoss(long gained, long lost) =>
        gained + lost == 0 ? 0.5 : ExactLoss(gained, lost) - (Binomial.PMF(0.5, Count(gained + lost), Count(gained)) / 2);

    private static int Count(long value) => checked((int)value);
}
