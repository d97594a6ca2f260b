namespace MlGate.Drift;

/// <summary>
/// Hellinger distance: the square root of 1 − Σ √(p·q), in [0, 1] (Hellinger 1909). Unlike the population stability index it needs no
/// filling of empty bins.
/// </summary>
internal sealed class Hellinger(Bins bins, long seed) : BinnedStatistic(bins, seed)
{
    protected override double Add(double sum, long baseline, long candidate) =>
        sum + Math.Sqrt(baseline / (double)Rows * (candidate / (double)OtherRows));

    // Rounding can bring the sum a hair above 1 for equal shares.
    protected override double Finish(double sum) => Math.Sqrt(Math.Max(0, 1 - sum));
}
