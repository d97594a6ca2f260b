using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>No change at all: both models give every row the same scores.</summary>
internal sealed class ExactEstimate : Estimate
{
    public override double Value => 0;

    public override string Method => "exact: the scores are the same";

    public override double StandardError => 0;

    public override bool HoldsForFewRows => true;

    public override Bounds At(double alpha) => new(0, 0);

    public override double PNoDrop => 1;

    public override double PNoRise => 1;
}
