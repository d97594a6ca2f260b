using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
    // Adding it rounds a number below 2^51 to an integer, to the nearest even one from the middle, which is then in the lowest bits.
    private const double Rounder = 6_755_399_441_055_744;
    private const double LargestRounded = 1L << 51;

    /// <summary>Counts a column in memory, to the same figures as the engine.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">One of its columns, of integers or numbers.</param>
    /// <param name="scales">How deviations and squares are scaled.</param>
    /// <param name="edges">Ascending.</param>
    public static NumericCounts From(TypedTable table, TableColumn column, DeviationScales scales, double[] edges)
    {
        var buffer = new double[TableColumn.VectorLength];
        var (count, min, max) = (0L, double.PositiveInfinity, double.NegativeInfinity);
        var (deviations, squares) = (Int128.Zero, Int128.Zero);
        var ladder = LadderOf(edges);
        var bins = new long[ladder.Length + 1];
        for (var vector = 0; vector < table.Vectors; vector++)
        {
            var values = buffer.AsSpan(0, NumberVectors.Copy(table, column, vector, buffer));
            count += values.Length;
            CountBins(values, ladder, bins);
            if (IsSummed(values, scales, ref min, ref max, out var deviation, out var square))
            {
                deviations += deviation;
                squares += square;
            }
            else
            {
                Sum(values, scales, ref deviations, ref squares);
            }
        }

        // What the ladder has above the last edge is above every value.
        var counted = bins[..(edges.Length + 1)];
        return count == 0 ? new(0, 0, 0, 0, 0, counted) : new(count, min, max, deviations, squares, counted);
    }

    // The sums of values whose scaled deviations and squares are all small enough for the quick way; min and max are found in any case.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsSummed(
        ReadOnlySpan<double> values,
        DeviationScales scales,
        ref double min,
        ref double max,
        out long deviations,
        out long squares
    )
    {
        var rounder = Vector256.Create(Rounder);
        var bits = rounder.AsInt64();
        var (low, high) = (Vector256.Create(min), Vector256.Create(max));
        var largest = Vector256<double>.Zero;
        var (sum, sumOfSquares) = (Vector256<long>.Zero, Vector256<long>.Zero);
        var at = 0;
        for (; at <= values.Length - Vector256<double>.Count; at += Vector256<double>.Count)
        {
            var value = Vector256.Create(values.Slice(at, Vector256<double>.Count));
            low = Vector256.Min(low, value);
            high = Vector256.Max(high, value);
            var deviation = (value * scales.Deviation) - Vector256.Create(scales.CentreOfDeviation);
            var root = (value * scales.Square) - Vector256.Create(scales.CentreOfSquare);
            var square = root * root;
            largest = Vector256.Max(largest, Vector256.Max(Vector256.Abs(deviation), square));
            sum += (deviation + rounder).AsInt64() - bits;
            sumOfSquares += (square + rounder).AsInt64() - bits;
        }

        (deviations, squares) = (Vector256.Sum(sum), Vector256.Sum(sumOfSquares));
        var isSmall = Vector256.LessThanAll(largest, Vector256.Create(LargestRounded));
        for (var lane = 0; lane < Vector256<double>.Count; lane++)
        {
            (min, max) = (Math.Min(min, low[lane]), Math.Max(max, high[lane]));
        }

        for (; at < values.Length; at++)
        {
            var root = (values[at] * scales.Square) - scales.CentreOfSquare;
            var deviation = (values[at] * scales.Deviation) - scales.CentreOfDeviation;
            (min, max) = (Math.Min(min, values[at]), Math.Max(max, values[at]));
            isSmall &= Math.Abs(deviation) < LargestRounded && root * root < LargestRounded;
            deviations += Rounded(deviation);
            squares += Rounded(root * root);
        }

        return isSmall;
    }

    private static void Sum(ReadOnlySpan<double> values, DeviationScales scales, ref Int128 deviations, ref Int128 squares)
    {
        foreach (var value in values)
        {
            var root = (value * scales.Square) - scales.CentreOfSquare;
            deviations += Rounded((value * scales.Deviation) - scales.CentreOfDeviation);
            squares += Rounded(root * root);
        }
    }

    // A sum leaves out what is beyond 64 bits: where that could be, the scale did not fit, and all is counted again.
    private static long Rounded(double value) =>
        value is >= -9_223_372_036_854_775_808.0 and < 9_223_372_036_854_775_808.0 ? (long)Math.Round(value) : 0;

    // The edges, and infinity behind them until their number is one less than a power of two.
    private static double[] LadderOf(double[] edges)
    {
        var ladder = new double[BitOperations.RoundUpToPowerOf2((uint)edges.Length + 1) - 1];
        edges.CopyTo(ladder, 0);
        ladder.AsSpan(edges.Length).Fill(double.PositiveInfinity);
        return ladder;
    }

    // Halves the ladder as often for every value, and without a branch: the processor can guess none wrong.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CountBins(ReadOnlySpan<double> values, double[] ladder, long[] bins)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(ladder);
        var steps = BitOperations.Log2((uint)ladder.Length + 1);
        foreach (var value in values)
        {
            nint at = 0;
            for (var step = steps - 1; step >= 0; step--)
            {
                var isBelow = Unsafe.Add(ref first, at + ((nint)1 << step) - 1) < value;
                at += (nint)Unsafe.BitCast<bool, byte>(isBelow) << step;
            }

            bins[at]++;
        }
    }
}

/// <summary>Powers of two that deviations and squares of them are scaled by, and the centre under each.</summary>
internal readonly record struct DeviationScales(double Deviation, double CentreOfDeviation, double Square, double CentreOfSquare);
