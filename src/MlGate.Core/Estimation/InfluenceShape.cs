namespace MlGate.Estimation;

/// <summary>How heavy the tails of influences are.</summary>
/// <param name="Kurtosis">3 for a normal distribution; NaN where there is no influence.</param>
/// <param name="CarriedBy">How many units carry the answer: 3 (Σ l²)² / Σ l⁴, which is about their number for a normal distribution, and a
/// few where a few decide.</param>
internal readonly record struct InfluenceShape(double Kurtosis, double CarriedBy)
{
    /// <summary>Of influences, which add up to 0, and of how many units have each.</summary>
    public static InfluenceShape From(double[] influences, double[] counts)
    {
        var (units, squares, fourths) = (0.0, 0.0, 0.0);
        for (var index = 0; index < influences.Length; index++)
        {
            var square = influences[index] * influences[index];
            (units, squares, fourths) = (
                units + counts[index],
                squares + (counts[index] * square),
                fourths + (counts[index] * square * square)
            );
        }

        return new InfluenceShape(units * fourths / (squares * squares), 3 * squares * squares / fourths);
    }
}
