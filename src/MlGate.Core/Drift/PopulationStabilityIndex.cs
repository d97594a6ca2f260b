using MathNet.Numerics.Distributions;

namespace MlGate.Drift;

/// <summary>
/// Population stability index: Σ (a − e) ln(a / e) over bins, e the baseline's and a the candidate's share. A bin that one side lacks
/// counts there as half a row, so
/// that the index stays finite and falls with more data. Its null is (1/N + 1/M) times chi-squared with B − 1 degrees of freedom (Yurdakul
/// 2018) while each side can
/// expect five rows in each bin, else it is drawn by permutation.
/// </summary>
internal sealed class PopulationStabilityIndex(Bins bins, long seed) : BinnedStatistic(bins, seed)
{
    private const double HalfARow = 0.5;
    private const double EnoughExpected = 5;

    public override double NullMean => !IsChiSquared ? base.NullMean : Scale * Degrees;

    public override string NullMethod => !IsChiSquared ? base.NullMethod : "chi-squared";

    private bool IsChiSquared =>
        Enumerable
            .Range(0, Bins.Baseline.Length)
            .All(bin =>
                (Bins.Baseline[bin] + Bins.Candidate[bin]) * (double)Math.Min(Rows, OtherRows) / (Rows + OtherRows) >= EnoughExpected
            );

    private int Degrees => Bins.Baseline.Length - 1;

    private double Scale => (1.0 / Rows) + (1.0 / OtherRows);

    public override double NullQuantile(double level) =>
        !IsChiSquared ? base.NullQuantile(level)
        : Degrees == 0 ? 0
        : Scale * ChiSquared.InvCDF(Degrees, 1 - level);

    protected override double Add(double sum, long baseline, long candidate)
    {
        var expected = (baseline == 0 ? HalfARow : baseline) / Rows;
        var actual = (candidate == 0 ? HalfARow : candidate) / OtherRows;
        return sum + ((actual - expected) * Math.Log(actual / expected));
    }
}
