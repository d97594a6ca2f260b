using MathNet.Numerics.Distributions;
using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>
/// An estimate over too few things to decide anything: the infinitesimal jackknife's deviation, and Student's t with one degree of freedom
/// less than there are.
/// </summary>
internal sealed class StudentEstimate(double value, double deviation, long count, double minimum, double maximum) : Estimate
{
    private readonly double freedom = Math.Max(1, count - 1);

    public override double Value => value;

    public override string Method => "infinitesimal jackknife, Student's t";

    public override double StandardError { get; } = deviation * Math.Sqrt(Math.Max(2, count) / (Math.Max(2, count) - 1.0));

    public override Bounds At(double alpha)
    {
        var half = StudentT.InvCDF(0, 1, freedom, 1 - alpha) * StandardError;
        return new Bounds(value - half, value + half).Clamp(minimum, maximum);
    }

    public override double PNoDrop => StudentT.CDF(0, 1, freedom, value / StandardError);

    public override double PNoRise => StudentT.CDF(0, 1, freedom, -value / StandardError);
}
