using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MlGate.Data.Tables;

/// <summary>Sorts the values of a column in time that grows with their number only.</summary>
internal static class SortedNumbers
{
    private const int Digits = sizeof(ulong);
    private const int Values = 256;

    /// <summary>All present values of a column of integers or numbers, ascending.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">One of its columns.</param>
    /// <param name="values">Room for as many values as the table has rows.</param>
    /// <param name="spare">As much room again, whose content is lost.</param>
    /// <returns>How many they are.</returns>
    public static int Copy(TypedTable table, TableColumn column, double[] values, double[] spare)
    {
        var count = 0;
        var vectorOfValues = new double[TableColumn.VectorLength];
        for (var vector = 0; vector < table.Vectors; vector++)
        {
            var present = NumberVectors.Copy(table, column, vector, vectorOfValues);
            vectorOfValues.AsSpan(0, present).CopyTo(values.AsSpan(count));
            count += present;
        }

        Sort(values.AsSpan(0, count), spare.AsSpan(0, count));
        return count;
    }

    /// <summary>Sorts numbers, none of which is NaN, byte by byte from the last one; bytes that all share are left out.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="spare">As much room again, whose content is lost.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sort(Span<double> numbers, Span<double> spare)
    {
        var values = MemoryMarshal.Cast<double, ulong>(numbers);
        var counts = new int[Digits * Values];
        foreach (ref var value in values)
        {
            value = Ordinal(value);
            for (var digit = 0; digit < Digits; digit++)
            {
                counts[(digit * Values) + (byte)(value >> (8 * digit))]++;
            }
        }

        var from = values;
        var to = MemoryMarshal.Cast<double, ulong>(spare);
        for (var digit = 0; digit < Digits; digit++)
        {
            var starts = counts.AsSpan(digit * Values, Values);
            if (values.IsEmpty || starts[(byte)(from[0] >> (8 * digit))] == values.Length)
            {
                continue;
            }

            Accumulate(starts);
            foreach (var value in from)
            {
                to[starts[(byte)(value >> (8 * digit))]++] = value;
            }

            var sorted = to;
            to = from;
            from = sorted;
        }

        for (var at = 0; at < values.Length; at++)
        {
            values[at] = Bits(from[at]);
        }
    }

    private static void Accumulate(Span<int> counts)
    {
        var sum = 0;
        foreach (ref var count in counts)
        {
            (count, sum) = (sum, sum + count);
        }
    }

    // In the order of the numbers: the bits of negative ones descend.
    private static ulong Ordinal(ulong bits) => bits ^ ((ulong)((long)bits >> 63) | 0x8000_0000_0000_0000);

    private static ulong Bits(ulong ordinal) => ordinal ^ (((ordinal >> 63) - 1) | 0x8000_0000_0000_0000);
}
