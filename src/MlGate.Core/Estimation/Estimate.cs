using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>An estimate with everything that a decision asks of it. Of a value, or of a change (candidate − baseline).</summary>
internal abstract class Estimate
{
    /// <summary>The point estimate.</summary>
    public abstract double Value { get; }

    /// <summary>The method's usual name.</summary>
    public abstract string Method { get; }

    /// <summary>Standard error, for planning.</summary>
    public abstract double StandardError { get; }

    /// <summary>True if it is valid for a few rows, too.</summary>
    public virtual bool HoldsForFewRows => false;

    /// <summary>True if a failure with scarce information also needs a permutation test.</summary>
    public virtual bool NeedsPermutation => !HoldsForFewRows;

    /// <summary>
    /// How many units carry the answer: three times their number over the kurtosis of their influences, which is their number for a normal
    /// distribution; null where it is not known.
    /// </summary>
    public virtual long? CarriedBy => null;

    /// <summary>Anything that a reader must know beside the interval; null for nothing.</summary>
    public virtual string? Remark => null;

    /// <summary>Number of replicates that it was drawn from; 0 for none.</summary>
    public virtual int Replicates => 0;

    /// <summary>The two one-sided bounds.</summary>
    public abstract Bounds At(double alpha);

    /// <summary>Monte Carlo standard error of the lower bound; 0 where nothing was drawn.</summary>
    public virtual double BoundError(double alpha) => 0;

    /// <summary>One-sided p of H0: the change is at least 0.</summary>
    public abstract double PNoDrop { get; }

    /// <summary>One-sided p of H0: the change is at most 0.</summary>
    public abstract double PNoRise { get; }
}
