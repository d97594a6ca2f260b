using MlGate.Profiles;

namespace MlGate.Drift;

/// <summary>
/// Kolmogorov-Smirnov distance: the largest difference of the two cumulative shares, in [0, 1]. Under the null D · √(NM / (N + M)) follows
/// Kolmogorov's distribution in the limit;
/// with ties it is smaller, so the rule errs on the quiet side there.
/// </summary>
internal sealed class KolmogorovSmirnov : DriftStatistic
{
    // √(π/2) ln 2, the mean of Kolmogorov's distribution.
    private static readonly double Mean = Math.Sqrt(Math.PI / 2) * Math.Log(2);

    private readonly double scale;

    public KolmogorovSmirnov(PairedDistribution pair)
    {
        double rows = pair.Baseline.Sum(),
            otherRows = pair.Candidate.Sum();
        scale = Math.Sqrt(rows * otherRows / (rows + otherRows));
        long below = 0,
            otherBelow = 0;
        for (var point = 0; point < pair.Values.Count; point++)
        {
            below += pair.Baseline[point];
            otherBelow += pair.Candidate[point];
            Value = Math.Max(Value, Math.Abs((below / rows) - (otherBelow / otherRows)));
        }
    }

    public override double Value { get; }

    public override double NullMean => Mean / scale;

    public override string NullMethod => "Kolmogorov";

    public override double NullQuantile(double level)
    {
        var (low, high) = (0.2, 10.0);
        while (high - low > 1e-12)
        {
            var middle = (low + high) / 2;
            (low, high) = Beyond(middle) > level ? (middle, high) : (low, middle);
        }

        return high / scale;
    }

    /// <summary>P(K &gt; x) = 2 Σ (−1)^(k−1) exp(−2 k² x²), for x ≥ 0.2.</summary>
    internal static double Beyond(double x)
    {
        var (sum, sign) = (0.0, 1.0);
        for (var k = 1; k <= 100; k++)
        {
            var term = Math.Exp(-2.0 * k * k * x * x);
            sum += sign * term;
            sign = -sign;
            if (term < 1e-17)
            {
                break;
            }
        }

        return Math.Clamp(2 * sum, 0, 1);
    }
}
