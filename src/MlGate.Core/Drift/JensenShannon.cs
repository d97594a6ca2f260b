namespace MlGate.Drift;

/// <summary>
/// Jensen-Shannon distance: the square root of the mean of the two Kullback-Leibler divergences to the mixture, with logarithms of base 2,
/// in [0, 1]
/// (Endres and Schindelin 2003). Needs no filling of empty bins.
/// </summary>
internal sealed class JensenShannon(Bins bins, long seed) : BinnedStatistic(bins, seed)
{
    protected override double Add(double sum, long baseline, long candidate)
    {
        var (p, q) = (baseline / (double)Rows, candidate / (double)OtherRows);
        var middle = (p + q) / 2;
        return sum + (p > 0 ? p * Math.Log2(p / middle) : 0) + (q > 0 ? q * Math.Log2(q / middle) : 0);
    }

    // Rounding can leave the sum a hair below 0 for equal shares.
    protected override double Finish(double sum) => Math.Sqrt(Math.Max(0, sum / 2));
}
