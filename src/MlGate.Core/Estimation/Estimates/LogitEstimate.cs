using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>A share near 1 (an AUC above 0.95): normal on the logit, so that its bounds stay below 1.</summary>
internal sealed class LogitEstimate(double value, double standardError) : Estimate
{
    public override double Value => value;

    public override string Method => "DeLong, logit";

    public override double StandardError => standardError;

    public override Bounds At(double alpha)
    {
        var half = Gaussian.Critical(alpha) * standardError / (value * (1 - value));
        return new Bounds(Share(-half), Share(half));
    }

    public override double PNoDrop => double.NaN;

    public override double PNoRise => double.NaN;

    private double Share(double shift) => 1 / (1 + (Math.Exp(-shift) * (1 - value) / value));
}
