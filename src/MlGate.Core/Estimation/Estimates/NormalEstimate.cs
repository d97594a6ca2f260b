using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>An estimate that is normal with a known standard error, within the values that are possible.</summary>
internal sealed class NormalEstimate(double value, double standardError, string method, double minimum, double maximum) : Estimate
{
    public override double Value => value;

    public override string Method => method;

    public override double StandardError => standardError;

    public override Bounds At(double alpha)
    {
        var half = Gaussian.Critical(alpha) * standardError;
        return new Bounds(value - half, value + half).Clamp(minimum, maximum);
    }

    public override double PNoDrop => Gaussian.Cdf(value / standardError);

    public override double PNoRise => Gaussian.Cdf(-value / standardError);
}
