using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>One proportion: Wilson, or Clopper-Pearson where a gate is strict.</summary>
internal sealed class ProportionEstimate(long successes, long n, bool strict) : Estimate
{
    public override double Value => (double)successes / n;

    public override string Method => strict ? "Clopper-Pearson" : "Wilson";

    public override double StandardError => Math.Sqrt(Math.Max(Value * (1 - Value), 1.0 / n) / n);

    public override bool HoldsForFewRows => true;

    public override Bounds At(double alpha) => strict ? ClopperPearson.Interval(successes, n, alpha) : Wilson.Interval(successes, n, alpha);

    public override double PNoDrop => double.NaN;

    public override double PNoRise => double.NaN;
}
