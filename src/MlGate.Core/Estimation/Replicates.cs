using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>A metric's values over resampled rows, both models under the same draws, and over all rows but some (the jackknife).</summary>
/// <param name="Candidate">The candidate's replicates; NaN where undefined.</param>
/// <param name="Baseline">The baseline's; null without baseline.</param>
/// <param name="CandidateWithout">The candidate's value without each unit.</param>
/// <param name="BaselineWithout">The baseline's; null without baseline.</param>
/// <param name="Counts">How many units each of these stands for; null for one each.</param>
internal sealed record Replicates(
    double[] Candidate,
    double[]? Baseline,
    double[] CandidateWithout,
    double[]? BaselineWithout,
    double[]? Counts
)
{
    // Without a jackknife there is no acceleration, but the bias is still corrected.
    /// <summary>Bootstrap of the candidate's value.</summary>
    public Bca OfValue(double value, bool isSmooth) => new(value, Candidate, isSmooth ? Acceleration(CandidateWithout) : 0);

    /// <summary>Bootstrap of a function of both values.</summary>
    public Bca OfBoth(Func<double, double, double> change, double estimate, bool isSmooth) =>
        new(estimate, Zip(change, Baseline!, Candidate), isSmooth ? Acceleration(Zip(change, BaselineWithout!, CandidateWithout)) : 0);

    private static double[] Zip(Func<double, double, double> change, double[] baseline, double[] candidate)
    {
        var result = new double[candidate.Length];
        for (var index = 0; index < result.Length; index++)
        {
            result[index] = change(baseline[index], candidate[index]);
        }

        return result;
    }

    // Efron 1987: a = Σ l³ / 6 (Σ l²)^1.5 over the influences l = mean − value without the unit.
    private double Acceleration(double[] without)
    {
        var (total, mean) = (0.0, 0.0);
        for (var index = 0; index < without.Length; index++)
        {
            var count = Counts is null ? 1 : Counts[index];
            total += count;
            mean += count * without[index];
        }

        mean /= total;
        var (squares, cubes) = (0.0, 0.0);
        for (var index = 0; index < without.Length; index++)
        {
            var (count, influence) = (Counts is null ? 1 : Counts[index], mean - without[index]);
            squares += count * influence * influence;
            cubes += count * influence * influence * influence;
        }

        return squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : double.NaN;
    }
}
