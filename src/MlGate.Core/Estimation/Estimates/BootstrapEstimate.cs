using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>An estimate whose replicates were drawn.</summary>
internal sealed class BootstrapEstimate(double value, Bca replicates, bool isClustered, double smallestP = 1) : Estimate
{
    public override double Value => value;

    public override string Method =>
        (isClustered ? "cluster" : "paired")
        + " Poisson bootstrap, "
        + (
            replicates.IsAccelerated ? "BCa"
            : replicates.IsCorrected ? "BC"
            : "percentile"
        )
        + (smallestP < 1.0 / (replicates.Count + 1) ? ", normal tail" : "");

    public override double StandardError => replicates.StandardError;

    public override int Replicates => replicates.Count;

    public override Bounds At(double alpha) => replicates.At(alpha);

    public override double BoundError(double alpha) => replicates.BoundError(alpha);

    public override double PNoDrop => Math.Max(Math.Min(smallestP, 1.0 / (replicates.Count + 1)), replicates.PAtLeast(0));

    public override double PNoRise => Math.Max(Math.Min(smallestP, 1.0 / (replicates.Count + 1)), replicates.PAtMost(0));
}
