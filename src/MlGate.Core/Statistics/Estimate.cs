namespace MlGate.Statistics;

/// <summary>An estimate with everything that a decision asks of it. Of a value, or of a change (candidate − baseline).</summary>
internal abstract class Estimate
{
    /// <summary>The point estimate.</summary>
    public abstract double Value { get; }

    /// <summary>The method's usual name.</summary>
    public abstract string Method { get; }

    /// <summary>Standard error, for planning.</summary>
    public abstract double StandardError { get; }

    /// <summary>Does it hold for a handful of rows too?</summary>
    public virtual bool HoldsForFewRows => false;

    /// <summary>The two one-sided bounds.</summary>
    public abstract Bounds At(double alpha);

    /// <summary>One-sided p of H0: the change is at least 0.</summary>
    public abstract double PNoDrop { get; }

    /// <summary>One-sided p of H0: the change is at most 0.</summary>
    public abstract double PNoRise { get; }
}
