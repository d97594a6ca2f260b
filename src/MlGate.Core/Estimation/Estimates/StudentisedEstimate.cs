using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>An estimate with the bounds of bootstrap-t, within the values that are possible.</summary>
internal sealed class StudentisedEstimate(
    double value,
    StudentisedReplicates replicates,
    bool isClustered,
    double smallestP,
    double minimum,
    double maximum,
    long carriedBy,
    string? remark
) : Estimate
{
    public override double Value => value;

    public override string Method => (isClustered ? "cluster" : "paired") + " Poisson bootstrap, studentised";

    public override double StandardError => replicates.Deviation;

    public override long? CarriedBy => carriedBy;

    public override string? Remark => remark;

    public override int Replicates => replicates.Count;

    public override Bounds At(double alpha) => replicates.At(alpha).Clamp(minimum, maximum);

    public override double BoundError(double alpha) => replicates.BoundError(alpha);

    public override double PNoDrop => Math.Max(smallestP, replicates.PAtLeast(0));

    public override double PNoRise => Math.Max(smallestP, replicates.PAtMost(0));
}
