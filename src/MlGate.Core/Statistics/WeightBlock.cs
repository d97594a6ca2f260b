using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MlGate.Statistics;

/// <summary>How often each row is drawn, for <see cref="Lanes"/> weightings side by side: a bootstrap's replicates, or a jackknife's omissions.</summary>
/// <param name="rows">Number of rows: n.</param>
internal sealed class WeightBlock(int rows)
{
    /// <summary>Weightings per block: one cache line of bytes per row.</summary>
    public const int Lanes = 64;

    /// <summary>Rows whose draws fit the first cache.</summary>
    public const int Tile = 128;

    private const int Step = 8;

    /// <summary>Draws, row-major n × <see cref="Lanes"/>.</summary>
    public byte[] Draws { get; } = GC.AllocateUninitializedArray<byte>(checked(rows * Lanes));

    /// <summary>Every row once, in every lane.</summary>
    public static WeightBlock Ones(int rows)
    {
        var block = new WeightBlock(rows);
        Array.Fill(block.Draws, (byte)1);
        return block;
    }

    /// <summary>Adds a row's draws, times its weight, to the totals: the inner loop of everything that resamples rows.</summary>
    /// <param name="row">The row.</param>
    /// <param name="weight">Its sampling weight, or any other factor.</param>
    /// <param name="totals">One total per lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTo(int row, double weight, Span<double> totals)
    {
        ref var draws = ref Draws[row * Lanes];
        ref var total = ref MemoryMarshal.GetReference(totals[..Lanes]);
        var factor = Vector256.Create(weight);
        for (var lane = 0; lane < Lanes; lane += Step)
        {
            var (low, high) = Load(ref Unsafe.Add(ref draws, lane));
            (Vector256.LoadUnsafe(ref total, (nuint)lane) + (low * factor)).StoreUnsafe(ref total, (nuint)lane);
            (Vector256.LoadUnsafe(ref total, (nuint)lane + 4) + (high * factor)).StoreUnsafe(ref total, (nuint)lane + 4);
        }
    }

    /// <summary>As <see cref="AddTo(int, double, Span{double})"/>, for rows of weight 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTo(int row, Span<double> totals)
    {
        ref var draws = ref Draws[row * Lanes];
        ref var total = ref MemoryMarshal.GetReference(totals[..Lanes]);
        for (var lane = 0; lane < Lanes; lane += Step)
        {
            var (low, high) = Load(ref Unsafe.Add(ref draws, lane));
            (Vector256.LoadUnsafe(ref total, (nuint)lane) + low).StoreUnsafe(ref total, (nuint)lane);
            (Vector256.LoadUnsafe(ref total, (nuint)lane + 4) + high).StoreUnsafe(ref total, (nuint)lane + 4);
        }
    }

    /// <summary>Sums of columns over rows, per lane: <c>sums[column × Lanes + lane] = Σ draws × column</c>.</summary>
    /// <param name="order">The rows to take; empty for all.</param>
    /// <param name="columns">Values per row.</param>
    /// <param name="sums">Columns × <see cref="Lanes"/>, overwritten.</param>
    public void Sum(ReadOnlySpan<int> order, ReadOnlySpan<double[]> columns, Span<double> sums)
    {
        sums[..(columns.Length * Lanes)].Clear();
        var count = order.IsEmpty ? rows : order.Length;

        // In tiles that fit the first cache: rows out of order are fetched from memory once, not once per column and group of lanes.
        for (var start = 0; start < count; start += Tile)
        {
            var end = Math.Min(start + Tile, count);
            if (!order.IsEmpty)
            {
                _ = Touch(order[start..end]);
            }

            for (var column = 0; column < columns.Length; column += 2)
            {
                var second = Math.Min(column + 1, columns.Length - 1);
                for (var lane = 0; lane < Lanes; lane += 2 * Step)
                {
                    SumTile(order, start, end, columns[column], columns[second], lane, sums[(column * Lanes)..], sums[(second * Lanes)..]);
                }
            }
        }
    }

    private void SumTile(ReadOnlySpan<int> order, int start, int end, double[] first, double[] second, int lane, Span<double> ofFirst, Span<double> ofSecond)
    {
        var (a0, a1, a2, a3) = Read(ofFirst[lane..]);
        var (b0, b1, b2, b3) = Read(ofSecond[lane..]);
        for (var index = start; index < end; index++)
        {
            var row = order.IsEmpty ? index : order[index];
            ref var draws = ref Draws[(row * Lanes) + lane];
            var (w0, w1) = Load(ref draws);
            var (w2, w3) = Load(ref Unsafe.Add(ref draws, Step));
            var (x, y) = (Vector256.Create(first[row]), Vector256.Create(second[row]));

            // Multiplied and added, never fused: the same bits on every processor.
            (a0, a1, a2, a3) = (a0 + (w0 * x), a1 + (w1 * x), a2 + (w2 * x), a3 + (w3 * x));
            (b0, b1, b2, b3) = (b0 + (w0 * y), b1 + (w1 * y), b2 + (w2 * y), b3 + (w3 * y));
        }

        // A last column without a partner is its own partner: both hold the same.
        Store(ofFirst[lane..], a0, a1, a2, a3);
        Store(ofSecond[lane..], b0, b1, b2, b3);
    }

    /// <summary>Brings the draws of rows into the cache. Rows in the order of a score lie all over the memory: asked for in one tight loop, many are fetched at once.</summary>
    /// <returns>A number that only keeps the loop from being removed.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Touch(ReadOnlySpan<int> order)
    {
        var sum = 0;
        foreach (var row in order)
        {
            sum += Draws[row * Lanes];
        }

        return sum;
    }

    /// <summary>The draws of one row and lane.</summary>
    public int this[int row, int lane] => Draws[(row * Lanes) + lane];

    private static (Vector256<double> V0, Vector256<double> V1, Vector256<double> V2, Vector256<double> V3) Read(ReadOnlySpan<double> source) =>
        (Vector256.Create(source), Vector256.Create(source[4..]), Vector256.Create(source[8..]), Vector256.Create(source[12..]));

    private static void Store(Span<double> target, Vector256<double> v0, Vector256<double> v1, Vector256<double> v2, Vector256<double> v3)
    {
        v0.CopyTo(target);
        v1.CopyTo(target[4..]);
        v2.CopyTo(target[8..]);
        v3.CopyTo(target[12..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Low, Vector256<double> High) Load(ref byte draws)
    {
        var bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref draws)).AsByte();
        if (Avx2.IsSupported)
        {
            var wide = Avx2.ConvertToVector256Int32(bytes);
            return (Avx.ConvertToVector256Double(wide.GetLower()), Avx.ConvertToVector256Double(wide.GetUpper()));
        }

        var words = Vector128.WidenLower(bytes);
        var (low, high) = (Vector128.WidenLower(words).AsInt32(), Vector128.WidenUpper(words).AsInt32());
        return (Widen(low), Widen(high));
    }

    private static Vector256<double> Widen(Vector128<int> value)
    {
        var (low, high) = Vector128.Widen(value);
        return Vector256.ConvertToDouble(Vector256.Create(low, high));
    }
}
