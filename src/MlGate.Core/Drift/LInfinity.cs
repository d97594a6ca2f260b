namespace MlGate.Drift;

/// <summary>The largest difference of a bin's share, in [0, 1].</summary>
internal sealed class LInfinity(Bins bins, long seed) : BinnedStatistic(bins, seed)
{
    protected override double Add(double sum, long baseline, long candidate) =>
        Math.Max(sum, Math.Abs((baseline / (double)Rows) - (candidate / (double)OtherRows)));
}
