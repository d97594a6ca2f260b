namespace MlGate.Statistics;

/// <summary>An estimate whose replicates were drawn.</summary>
internal sealed class BootstrapEstimate(double value, Bca replicates, bool isClustered) : Estimate
{
    public override double Value => value;

    public override string Method => (isClustered ? "cluster" : "paired") + " Poisson bootstrap, " + (replicates.IsAccelerated ? "BCa" : replicates.IsCorrected ? "BC" : "percentile");

    public override double StandardError => replicates.StandardError;

    public override Bounds At(double alpha) => replicates.At(alpha);

    public override double PNoDrop => replicates.PAtLeast(0);

    public override double PNoRise => replicates.PAtMost(0);
}
