using System.Runtime.Intrinsics;

namespace MlGate.Metrics.Walks;

/// <summary>
/// Spearman's rank correlation from sums over rows: Pearson's of the mid-ranks. With a weight w of all rows and ties of weight t, the sum
/// of squares of centred mid-ranks is (w³ − Σ t³) / 12 (Kendall and Gibbons 1990, Rank Correlation Methods, chapter 3).
/// </summary>
internal static class RankCorrelation
{
    // Closer to 1 than this is rounding of the sums.
    private const double Rounding = 1e-11;

    /// <summary>Sum of squares of centred mid-ranks.</summary>
    /// <param name="total">Weight of all rows.</param>
    /// <param name="cubes">Sum of the cubes of the weights of ties.</param>
    public static double Squares(double total, double cubes) => ((total * total * total) - cubes) / 12;

    /// <summary>The correlation; NaN where one of the orders is one tie.</summary>
    /// <param name="products">Sum of the products of centred mid-ranks.</param>
    /// <param name="first">Sum of squares of the first order.</param>
    /// <param name="second">Sum of squares of the second order.</param>
    public static double From(double products, double first, double second)
    {
        var value = first > 0 && second > 0 ? products / Math.Sqrt(first) / Math.Sqrt(second) : double.NaN;
        return Math.Abs(value) > 1 - Rounding ? Math.Sign(value) : value;
    }

    /// <summary>The correlation per lane.</summary>
    /// <param name="products">Sums of the products of centred mid-ranks.</param>
    /// <param name="totals">Weights of all rows.</param>
    /// <param name="firstCubes">Sums of the cubes of the ties of the first order.</param>
    /// <param name="secondCubes">Those of the second order.</param>
    public static Vector256<double> From(
        Vector256<double> products,
        Vector256<double> totals,
        Vector256<double> firstCubes,
        Vector256<double> secondCubes
    )
    {
        Span<double> values = stackalloc double[Vector256<double>.Count];
        for (var lane = 0; lane < values.Length; lane++)
        {
            values[lane] = From(products[lane], Squares(totals[lane], firstCubes[lane]), Squares(totals[lane], secondCubes[lane]));
        }

        return Vector256.Create<double>(values);
    }
}
