namespace MlGate.Drift;

/// <summary>A statistic of shares per bin whose null is drawn by permutation.</summary>
internal abstract class BinnedStatistic : DriftStatistic
{
    private readonly PermutationNull permutations;
    private readonly long[] pooled;

    protected BinnedStatistic(Bins bins, long seed)
    {
        Bins = bins;
        (Rows, OtherRows) = (bins.Baseline.Sum(), bins.Candidate.Sum());
        pooled = [.. bins.Baseline.Zip(bins.Candidate, (one, other) => one + other)];
        permutations = new PermutationNull(pooled, Rows, seed, counts => Compute(counts));
    }

    public override double Value => Compute(Bins.Baseline);

    public override double NullMean => permutations.Mean;

    public override string NullMethod => permutations.Method;

    protected Bins Bins { get; }

    /// <summary>Rows of the baseline.</summary>
    protected long Rows { get; }

    /// <summary>Rows of the candidate.</summary>
    protected long OtherRows { get; }

    public override double NullQuantile(double level) => permutations.Quantile(level);

    /// <summary>The statistic, if the baseline has these rows per bin and the candidate the others.</summary>
    protected double Compute(long[] baseline)
    {
        var value = 0.0;
        for (var bin = 0; bin < baseline.Length; bin++)
        {
            value = Add(value, baseline[bin], pooled[bin] - baseline[bin]);
        }

        return Finish(value);
    }

    /// <summary>Takes one more bin in.</summary>
    protected abstract double Add(double sum, long baseline, long candidate);

    /// <summary>Makes the statistic of what the bins gave.</summary>
    protected virtual double Finish(double sum) => sum;
}
