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
        var count = order.IsEmpty ? rows : order.Length;
        for (var column = 0; column < columns.Length; column += 2)
        {
            var first = columns[column];
            var second = column + 1 < columns.Length ? columns[column + 1] : first;
            for (var lane = 0; lane < Lanes; lane += 2 * Step)
            {
                var (a0, a1, a2, a3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
                var (b0, b1, b2, b3) = (a0, a1, a2, a3);
                for (var index = 0; index < count; index++)
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

                Store(sums[((column * Lanes) + lane)..], a0, a1, a2, a3);
                if (column + 1 < columns.Length)
                {
                    Store(sums[(((column + 1) * Lanes) + lane)..], b0, b1, b2, b3);
                }
            }
        }
    }

    /// <summary>The draws of one row and lane.</summary>
    public int this[int row, int lane] => Draws[(row * Lanes) + lane];

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
