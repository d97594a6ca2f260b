namespace MlGate.Statistics;

/// <summary>Bias-corrected and accelerated bootstrap (Efron 1987); only bias-corrected with an acceleration of 0, the percentile interval where the correction is not defined.</summary>
internal sealed class Bca
{
    // With fewer replicates beyond a point than this, the tail is that of a normal distribution.
    private const int Enough = 25;

    private readonly double[] sorted;
    private readonly double estimate;
    private readonly double bias;
    private readonly double acceleration;

    /// <summary>Takes replicates.</summary>
    /// <param name="estimate">The estimate itself.</param>
    /// <param name="replicates">Its replicates; undefined ones are NaN and are left out. Infinite ones (the logarithm of a ratio with 0) keep their place in the order.</param>
    /// <param name="acceleration">From a jackknife; 0 for the bias alone, NaN for the percentile interval.</param>
    public Bca(double estimate, double[] replicates, double acceleration)
    {
        this.estimate = estimate;
        sorted = Array.FindAll(replicates, value => !double.IsNaN(value));
        Array.Sort(sorted);
        Undefined = 1 - ((double)sorted.Length / Math.Max(1, replicates.Length));
        (Mean, StandardError) = Moments(Array.FindAll(sorted, double.IsFinite));
        var share = ShareBelow(estimate);
        IsCorrected = double.IsFinite(acceleration) && share > 0 && share < 1;
        this.acceleration = IsCorrected ? acceleration : 0;
        bias = IsCorrected ? Gaussian.Quantile(share) : 0;
    }

    /// <summary>Was the correction defined?</summary>
    public bool IsCorrected { get; }

    /// <summary>Was the acceleration corrected too?</summary>
    public bool IsAccelerated => acceleration != 0;

    /// <summary>Share of the replicates that were undefined.</summary>
    public double Undefined { get; }

    /// <summary>Mean of the finite replicates.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation of the finite replicates.</summary>
    public double StandardError { get; }

    /// <summary>Do all replicates say the same?</summary>
    public bool IsConstant => sorted.Length == 0 || sorted[^1] == sorted[0] || (double.IsFinite(sorted[^1] - sorted[0]) && sorted[^1] - sorted[0] <= 1e-14 * Math.Max(Math.Abs(sorted[0]), Math.Abs(sorted[^1])));

    /// <summary>The two one-sided bounds.</summary>
    public Bounds At(double alpha) => new(Quantile(Level(Gaussian.Quantile(alpha))), Quantile(Level(-Gaussian.Quantile(alpha))));

    /// <summary>One-sided p of H0: the truth is at least <paramref name="value"/>. The same inversion that makes <see cref="At"/>, so that p ≤ α exactly where the upper bound is below the value; never 0.</summary>
    public double PAtLeast(double value) => Floored(-Inverse(value));

    /// <summary>One-sided p of H0: the truth is at most <paramref name="value"/>.</summary>
    public double PAtMost(double value) => Floored(Inverse(value));

    private double Inverse(double value)
    {
        var z = Z(value) - bias;
        var divisor = 1 + (acceleration * z);
        return (divisor <= 0 ? z : z / divisor) - bias;
    }

    // Phipson and Smyth 2010: B replicates cannot show a p below 1/(B + 1).
    private double Floored(double z) => Math.Max(Gaussian.Cdf(z), 1.0 / (sorted.Length + 1));

    // (z0 + z) / (1 − a (z0 + z)), shifted: the level of the quantile that is the bound.
    private double Level(double z)
    {
        var shifted = bias + z;
        var divisor = 1 - (acceleration * shifted);
        return divisor <= 0 ? Gaussian.Cdf(z) : Gaussian.Cdf(bias + (shifted / divisor));
    }

    private double Z(double value)
    {
        var share = ShareBelow(value);
        var beyond = Math.Min(share, 1 - share) * sorted.Length;
        return beyond >= Enough ? Gaussian.Quantile(share) : (value - Mean) / StandardError;
    }

    // Equal values count half: replicates of counts have many ties.
    private double ShareBelow(double value)
    {
        var (below, notAbove) = (CountBelow(value, orEqual: false), CountBelow(value, orEqual: true));
        return (below + notAbove) / 2.0 / Math.Max(1, sorted.Length);
    }

    private int CountBelow(double value, bool orEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < value || (orEqual && sorted[middle] == value) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private double Quantile(double level)
    {
        if (sorted.Length == 0)
        {
            return estimate;
        }

        var position = Math.Clamp(level, 0, 1) * (sorted.Length - 1);
        var index = (int)position;
        var next = Math.Min(index + 1, sorted.Length - 1);
        var (low, high) = (sorted[index], sorted[next]);
        return position == index || low == high || double.IsNegativeInfinity(low) ? low : low + ((position - index) * (high - low));
    }

    private static (double Mean, double Deviation) Moments(double[] values)
    {
        if (values.Length < 2)
        {
            return (values.Length == 0 ? double.NaN : values[0], 0);
        }

        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)));
    }
}
