using MlGate.Profiles;

namespace MlGate.Drift;

/// <summary>
/// A two-sample statistic over one column, with its distribution under the null hypothesis. The null depends on the sample sizes, so a
/// limit on the statistic alone gives false alarms on small samples and misses drift on large ones. The rule requires an effect beyond
/// the null mean, and a statistic above a quantile of the null.
/// </summary>
public abstract class DriftStatistic
{
    private protected DriftStatistic() { }

    /// <summary>The statistic of the pair; not negative.</summary>
    public abstract double Value { get; }

    /// <summary>Its mean under the null; not negative.</summary>
    public abstract double NullMean { get; }

    /// <summary>Where the null comes from.</summary>
    public abstract string NullMethod { get; }

    /// <summary>Its quantile at 1 − level under the null.</summary>
    /// <param name="level">In (0, 1).</param>
    public abstract double NullQuantile(double level);

    /// <summary>The statistic of a method over a pair.</summary>
    /// <param name="pair">Counts of both samples over one support; at least one row on each side.</param>
    /// <param name="method">Wasserstein and Kolmogorov-Smirnov need numbers.</param>
    /// <param name="seed">Seed of the permutations, where there are any.</param>
    /// <exception cref="ArgumentException">A side has no rows, or the method needs numbers and the pair has categories.</exception>
    public static DriftStatistic Create(PairedDistribution pair, DriftMethod method, long seed)
    {
        if (pair.Baseline.Sum() == 0 || pair.Candidate.Sum() == 0)
        {
            throw new ArgumentException("Both sides need rows.", nameof(pair));
        }

        return method.NeedsNumbers && pair.Values.Count == 0
            ? throw new ArgumentException("This method needs numbers.", nameof(pair))
            : method.Create(pair, seed);
    }

    /// <summary>The rule: statistic − null mean &gt; limit, and statistic &gt; null quantile at 1 − level.</summary>
    /// <param name="limit">In the statistic's unit; not negative.</param>
    /// <param name="level">α over the number of judged columns.</param>
    public DriftJudgement Evaluate(double limit, double level)
    {
        // The null is dear and cannot be negative, so it is asked for only where it can still change the answer.
        if (Value <= limit)
        {
            return new DriftJudgement { Statistic = Value, Alarm = false };
        }

        var mean = NullMean;
        if (Value - mean <= limit)
        {
            return new DriftJudgement
            {
                Statistic = Value,
                NullMean = mean,
                Null = NullMethod,
                Alarm = false,
            };
        }

        var quantile = NullQuantile(level);
        return new DriftJudgement
        {
            Statistic = Value,
            NullMean = mean,
            NullQuantile = quantile,
            Null = NullMethod,
            Alarm = Value > quantile,
        };
    }
}
