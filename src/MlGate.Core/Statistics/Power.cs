namespace MlGate.Statistics;

/// <summary>
/// What a test set can decide: the smallest loss that it finds, and the rows that a margin needs (normal approximation, power 0.8).
/// </summary>
public static class Power
{
    /// <summary>The power that every figure is for.</summary>
    public const double Target = 0.8;

    /// <summary>Smallest loss found with power 0.8: (z_α + z_β) × standard error.</summary>
    /// <param name="standardError">Standard error of the change.</param>
    /// <param name="alpha">One-sided error level.</param>
    public static double MinimumDetectableEffect(double standardError, double alpha) =>
        (Gaussian.Critical(alpha) + Gaussian.Quantile(Target)) * standardError;

    /// <summary>Rows (or other units) that a margin needs when nothing changed in truth.</summary>
    /// <param name="units">Units that there are.</param>
    /// <param name="effect">What they find.</param>
    /// <param name="margin">What is to be decided, positive.</param>
    public static long Needed(long units, double effect, double margin)
    {
        var needed = Math.Ceiling(units * Math.Pow(effect / margin, 2));
        return double.IsNaN(needed) ? 0
            : needed >= long.MaxValue ? long.MaxValue
            : (long)needed;
    }

    /// <summary>Standard error of the change of a paired share: √(ψ/n), ψ the share of discordant rows.</summary>
    public static double ShareError(double discordance, double n) => Math.Sqrt(discordance / n);

    /// <summary>Standard error of one AUC (Hanley and McNeil 1982, exponential model).</summary>
    public static double AucError(double auc, double positives, double negatives)
    {
        var (both, one) = (auc / (2 - auc), 2 * auc * auc / (1 + auc));
        var variance = (auc * (1 - auc)) + ((positives - 1) * (both - (auc * auc))) + ((negatives - 1) * (one - (auc * auc)));
        return Math.Sqrt(variance / (positives * negatives));
    }

    /// <summary>Standard error of the change of two AUCs on the same rows, correlated by r.</summary>
    public static double AucChangeError(double auc, double positives, double negatives, double correlation) =>
        AucError(auc, positives, negatives) * Math.Sqrt(2 * (1 - correlation));
}
