namespace MlGate.Statistics;

/// <summary>
/// The distribution of replicates: quantiles and levels that are each other's inverse. Beyond the outermost <see cref="Enough"/> replicates
/// of either side
/// the tail is that of a normal distribution, joined without a step.
/// </summary>
internal sealed class SortedReplicates
{
    /// <summary>With fewer replicates beyond a point than this, the tail is taken as normal.</summary>
    public const int Enough = 25;

    private readonly double[] sorted;

    /// <summary>Sorts replicates; undefined ones are NaN and are left out, infinite ones keep their place in the order.</summary>
    public SortedReplicates(double[] replicates)
    {
        sorted = Array.FindAll(replicates, value => !double.IsNaN(value));
        Array.Sort(sorted);
        Undefined = 1 - ((double)sorted.Length / Math.Max(1, replicates.Length));
        (Mean, StandardError) = Moments(Array.FindAll(sorted, double.IsFinite));
    }

    /// <summary>Number of defined replicates.</summary>
    public int Count => sorted.Length;

    /// <summary>Share of the replicates that were undefined.</summary>
    public double Undefined { get; }

    /// <summary>Mean of the finite replicates.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation of the finite replicates.</summary>
    public double StandardError { get; }

    /// <summary>True if all replicates are equal, except for rounding.</summary>
    public bool IsConstant =>
        sorted.Length == 0
        || sorted[^1] == sorted[0]
        || (
            double.IsFinite(sorted[^1] - sorted[0]) && sorted[^1] - sorted[0] <= 1e-14 * Math.Max(Math.Abs(sorted[0]), Math.Abs(sorted[^1]))
        );

    // Level of the outermost replicate that is used as it is.
    private double Edge => Math.Min(0.5, (double)Enough / Math.Max(1, sorted.Length));

    /// <summary>The value that has a share <paramref name="level"/> of the replicates below it.</summary>
    public double Quantile(double level)
    {
        if (level < Edge)
        {
            return Tail(Edge, level);
        }

        return level > 1 - Edge ? Tail(1 - Edge, level) : Interpolated(level);
    }

    /// <summary>
    /// The standard normal quantile of the share of replicates below a value; equal ones count half, as replicates of counts have many
    /// ties.
    /// </summary>
    public double Z(double value)
    {
        var share = ShareBelow(value);
        return share >= Edge && share <= 1 - Edge ? Gaussian.Quantile(share) : ZBeyond(share < Edge ? Edge : 1 - Edge, value);
    }

    /// <summary>Share of the replicates below a value; equal ones count half.</summary>
    public double ShareBelow(double value) =>
        (CountBelow(value, orEqual: false) + CountBelow(value, orEqual: true)) / 2.0 / Math.Max(1, sorted.Length);

    /// <summary>Monte Carlo standard error of a quantile: half of what two standard errors of its level span.</summary>
    public double ErrorOfQuantile(double level)
    {
        var error = Math.Sqrt(level * (1 - level) / Math.Max(1, sorted.Length));
        return (Quantile(Math.Min(1 - 1e-12, level + error)) - Quantile(Math.Max(1e-12, level - error))) / 2;
    }

    private double Tail(double edge, double level)
    {
        var anchor = Interpolated(edge);
        return !double.IsFinite(anchor) || StandardError == 0
            ? anchor
            : anchor + ((Gaussian.Quantile(Math.Clamp(level, 1e-300, 1 - 1e-16)) - Gaussian.Quantile(edge)) * StandardError);
    }

    private double ZBeyond(double edge, double value)
    {
        var distance = value - Interpolated(edge);
        return Gaussian.Quantile(edge)
            + (
                StandardError > 0 ? distance / StandardError
                : distance == 0 ? 0
                : distance * double.PositiveInfinity
            );
    }

    private double Interpolated(double level)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        var position = level * (sorted.Length - 1);
        var index = (int)position;
        var next = Math.Min(index + 1, sorted.Length - 1);
        var (low, high) = (sorted[index], sorted[next]);
        return position == index || low == high || double.IsNegativeInfinity(low) ? low : low + ((position - index) * (high - low));
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
