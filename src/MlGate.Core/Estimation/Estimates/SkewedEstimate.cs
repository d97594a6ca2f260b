using MathNet.Numerics.Distributions;
using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>
/// A studentised estimate over few things, corrected for its skewness γ: g(t) = t + γ t² / 3 + γ² t³ / 27 + γ / 6 is nearly normal (Hall
/// 1992, On the removal of skewness
/// by transformation), and monotone. Student's t stands for the normal distribution.
/// </summary>
/// <param name="value">The estimate.</param>
/// <param name="standardError">Its standard error.</param>
/// <param name="skewness">Its skewness.</param>
/// <param name="count">How many things it rests on.</param>
/// <param name="method">The method, for the report.</param>
/// <param name="minimum">Smallest possible value.</param>
/// <param name="maximum">Largest possible value.</param>
internal sealed class SkewedEstimate(
    double value,
    double standardError,
    double skewness,
    long count,
    string method,
    double minimum,
    double maximum
) : Estimate
{
    // Below it the transformation is the identity but for rounding.
    private const double Negligible = 1e-6;

    private readonly double freedom = Math.Max(1, count - 1);

    public override double Value => value;

    public override string Method => method;

    public override double StandardError => standardError;

    public override double PNoDrop => StudentT.CDF(0, 1, freedom, Transformed(value / standardError));

    public override double PNoRise => StudentT.CDF(0, 1, freedom, -Transformed(value / standardError));

    public override Bounds At(double alpha)
    {
        var quantile = StudentT.InvCDF(0, 1, freedom, 1 - alpha);
        return new Bounds(value - (Inverse(quantile) * standardError), value - (Inverse(-quantile) * standardError)).Clamp(
            minimum,
            maximum
        );
    }

    private double Transformed(double t) => t + (skewness * t * t / 3) + (skewness * skewness * t * t * t / 27) + (skewness / 6);

    private double Inverse(double x) =>
        Math.Abs(skewness) < Negligible ? x : 3 / skewness * (Math.Cbrt(1 + (skewness * (x - (skewness / 6)))) - 1);
}
