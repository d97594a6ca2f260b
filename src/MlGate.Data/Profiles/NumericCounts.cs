using System.Numerics;
using System.Runtime.CompilerServices;
using MlGate.Data.Tables;

namespace MlGate.Data.Profiles;

/// <summary>What the moments and quantiles of a number column are made of.</summary>
/// <param name="Count">Values.</param>
/// <param name="Min">Smallest; 0 without a value.</param>
/// <param name="Max">Largest; 0 without a value.</param>
/// <param name="Deviations">Sum of scaled deviations from the centre, each rounded to an integer.</param>
/// <param name="Squares">Sum of scaled squares of deviations, each rounded to an integer.</param>
/// <param name="Bins">Per edge how many values are at most it and above the one before, then how many are above the last; null without
/// edges.</param>
internal sealed record NumericCounts(long Count, double Min, double Max, BigInteger Deviations, BigInteger Squares, long[]? Bins)
{
    /// <summary>Counts a column in memory, to the same figures as the engine.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">One of its columns, of integers or numbers.</param>
    /// <param name="scales">How deviations and squares are scaled.</param>
    /// <param name="edges">Ascending.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static NumericCounts From(TypedTable table, TableColumn column, DeviationScales scales, double[] edges)
    {
        var buffer = new double[TableColumn.VectorLength];
        var (count, min, max) = (0L, double.PositiveInfinity, double.NegativeInfinity);
        var (deviations, squares) = (Int128.Zero, Int128.Zero);
        var bins = new long[edges.Length + 1];
        for (var vector = 0; vector < table.Vectors; vector++)
        {
            var values = buffer.AsSpan(0, NumberVectors.Copy(table, column, vector, buffer));
            count += values.Length;
            foreach (var value in values)
            {
                min = value < min ? value : min;
                max = value > max ? value : max;
                bins[BinOf(edges, value)]++;
                var square = (value * scales.Square) - scales.CentreOfSquare;
                deviations += Rounded((value * scales.Deviation) - scales.CentreOfDeviation);
                squares += Rounded(square * square);
            }
        }

        return count == 0 ? new(0, 0, 0, 0, 0, bins) : new(count, min, max, deviations, squares, bins);
    }

    // A sum leaves out what is beyond 64 bits: where that could be, the scale did not fit, and all is counted again.
    private static long Rounded(double value) =>
        value is >= -9_223_372_036_854_775_808.0 and < 9_223_372_036_854_775_808.0 ? (long)Math.Round(value) : 0;

    // The first edge that is not below the value, without a branch that the processor could guess wrong.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int BinOf(double[] edges, double value)
    {
        var (first, length) = (0, edges.Length);
        while (length > 0)
        {
            var half = length >> 1;
            var isBelow = edges[first + half] < value;
            first = isBelow ? first + half + 1 : first;
            length = isBelow ? length - half - 1 : half;
        }

        return first;
    }
}

/// <summary>Powers of two that deviations and squares of them are scaled by, and the centre under each.</summary>
internal readonly record struct DeviationScales(double Deviation, double CentreOfDeviation, double Square, double CentreOfSquare);
