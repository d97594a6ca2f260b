using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>Difference of two estimates with asymmetric bounds, by the method of variance estimates recovery.</summary>
internal sealed class MoverEstimate(Estimate candidate, Estimate baseline, double correlation, double standardError, string method)
    : Estimate
{
    public override double Value => candidate.Value - baseline.Value;

    public override string Method => method;

    public override double StandardError => standardError;

    public override Bounds At(double alpha) =>
        Mover.Difference(candidate.Value, candidate.At(alpha), baseline.Value, baseline.At(alpha), correlation);

    public override double PNoDrop =>
        Value < 0 ? BoundLevel.For(alpha => At(alpha).Upper >= 0) : 1 - BoundLevel.For(alpha => At(alpha).Lower <= 0);

    public override double PNoRise => 1 - PNoDrop;
}
