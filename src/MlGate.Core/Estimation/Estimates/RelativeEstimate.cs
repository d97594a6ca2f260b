using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>A change as a share of the baseline's value, estimated on the log scale: exp(ln candidate − ln baseline) − 1.</summary>
internal sealed class RelativeEstimate(Estimate log) : Estimate
{
    /// <summary>The estimate of ln candidate − ln baseline.</summary>
    public Estimate Log => log;

    public override double Value => Math.Exp(log.Value) - 1;

    public override string Method => log.Method + ", log ratio";

    public override double StandardError => log.StandardError;

    public override bool HoldsForFewRows => log.HoldsForFewRows;

    public override bool NeedsPermutation => log.NeedsPermutation;

    public override long? CarriedBy => log.CarriedBy;

    public override string? Remark => log.Remark;

    public override int Replicates => log.Replicates;

    // Delta method.
    public override double BoundError(double alpha) => log.BoundError(alpha) * Math.Exp(log.At(alpha).Lower);

    public override Bounds At(double alpha)
    {
        var bounds = log.At(alpha);
        return new Bounds(Math.Exp(bounds.Lower) - 1, Math.Exp(bounds.Upper) - 1);
    }

    public override double PNoDrop => log.PNoDrop;

    public override double PNoRise => log.PNoRise;
}
