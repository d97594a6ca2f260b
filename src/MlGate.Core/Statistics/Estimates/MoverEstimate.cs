namespace MlGate.Statistics;

/// <summary>Difference of two estimates with asymmetric bounds, by the method of variance estimates recovery.</summary>
internal sealed class MoverEstimate(Estimate candidate, Estimate baseline, double correlation, double standardError, string method) : Estimate
{
    // Beyond this z a p-value is 0 in double precision.
    private const double FarthestZ = 38;

    public override double Value => candidate.Value - baseline.Value;

    public override string Method => method;

    public override double StandardError => standardError;

    public override Bounds At(double alpha) =>
        Mover.Difference(candidate.Value, candidate.At(alpha), baseline.Value, baseline.At(alpha), correlation);

    public override double PNoDrop => Value < 0 ? Tail(alpha => At(alpha).Upper >= 0) : 1 - Tail(alpha => At(alpha).Lower <= 0);

    public override double PNoRise => 1 - PNoDrop;

    // The level at which a bound reaches 0: the p of the test that the interval inverts.
    private static double Tail(Func<double, bool> reachesZero)
    {
        var (near, far) = (0.0, FarthestZ);
        for (var step = 0; step < 60; step++)
        {
            var middle = (near + far) / 2;
            (near, far) = reachesZero(Gaussian.Cdf(-middle)) ? (near, middle) : (middle, far);
        }

        return Gaussian.Cdf(-(near + far) / 2);
    }
}
