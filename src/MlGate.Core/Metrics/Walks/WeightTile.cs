using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MlGate.Metrics.Walks;

/// <summary>
/// How often each of a few rows is drawn, for <see cref="Lanes"/> weightings side by side: a bootstrap's replicates, or a jackknife's
/// omissions. A tile stays in the first cache;
/// it is cheaper to draw it again in another order of the rows than to fetch draws from memory.
/// </summary>
internal sealed class WeightTile
{
    /// <summary>Weightings side by side: one cache line of bytes per row.</summary>
    public const int Lanes = 64;

    /// <summary>Most rows.</summary>
    public const int Rows = 128;

    private const int Step = 8;

    /// <summary>Draws, row-major <see cref="Rows"/> × <see cref="Lanes"/>.</summary>
    public byte[] Draws { get; } = new byte[Rows * Lanes];

    /// <summary>The draws of one row and lane.</summary>
    public int this[int row, int lane] => Draws[(row * Lanes) + lane];

    /// <summary>Adds a row's draws, times its weight, to the totals.</summary>
    /// <param name="row">The row, within the tile.</param>
    /// <param name="weight">Its sampling weight.</param>
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

    /// <summary>Adds sums of columns over the rows, per lane: <c>sums[column × Lanes + lane] += Σ draws × value</c>.</summary>
    /// <param name="rows">The first and the last row (exclusive), within the tile.</param>
    /// <param name="columns">Values in the order of the walk.</param>
    /// <param name="at">Where in the columns the tile starts.</param>
    /// <param name="sums">Columns × <see cref="Lanes"/>.</param>
    public void AddSums(Range rows, ReadOnlySpan<double[]> columns, int at, Span<double> sums)
    {
        var drawn = Draws.AsSpan(rows.Start.Value * Lanes);
        for (var column = 0; column < columns.Length; column += 2)
        {
            var x = columns[column].AsSpan(at)[rows];
            var ofX = sums[(column * Lanes)..];
            if (column + 1 == columns.Length)
            {
                AddSum(drawn, x, ofX);
                return;
            }

            var y = columns[column + 1].AsSpan(at)[rows];
            for (var lane = 0; lane < Lanes; lane += 2 * Step)
            {
                AddSums(drawn[lane..], x, y, ofX[lane..], ofX[(Lanes + lane)..]);
            }
        }
    }

    private static void AddSums(
        ReadOnlySpan<byte> draws,
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        Span<double> ofFirst,
        Span<double> ofSecond
    )
    {
        ref var drawn = ref MemoryMarshal.GetReference(draws);
        var (a0, a1, a2, a3) = Read(ofFirst);
        var (b0, b1, b2, b3) = Read(ofSecond);
        for (var row = 0; row < first.Length; row++)
        {
            var (w0, w1) = Load(ref Unsafe.Add(ref drawn, row * Lanes));
            var (w2, w3) = Load(ref Unsafe.Add(ref drawn, (row * Lanes) + Step));
            var (x, y) = (Vector256.Create(first[row]), Vector256.Create(second[row]));

            // Multiplied and added, never fused: the same bits on every processor.
            (a0, a1, a2, a3) = (a0 + (w0 * x), a1 + (w1 * x), a2 + (w2 * x), a3 + (w3 * x));
            (b0, b1, b2, b3) = (b0 + (w0 * y), b1 + (w1 * y), b2 + (w2 * y), b3 + (w3 * y));
        }

        Store(ofFirst, a0, a1, a2, a3);
        Store(ofSecond, b0, b1, b2, b3);
    }

    // A last column without a partner.
    private static void AddSum(ReadOnlySpan<byte> draws, ReadOnlySpan<double> values, Span<double> sums)
    {
        for (var lane = 0; lane < Lanes; lane += 2 * Step)
        {
            ref var drawn = ref MemoryMarshal.GetReference(draws[lane..]);
            var (a0, a1, a2, a3) = Read(sums[lane..]);
            for (var row = 0; row < values.Length; row++)
            {
                var (w0, w1) = Load(ref Unsafe.Add(ref drawn, row * Lanes));
                var (w2, w3) = Load(ref Unsafe.Add(ref drawn, (row * Lanes) + Step));
                var x = Vector256.Create(values[row]);
                (a0, a1, a2, a3) = (a0 + (w0 * x), a1 + (w1 * x), a2 + (w2 * x), a3 + (w3 * x));
            }

            Store(sums[lane..], a0, a1, a2, a3);
        }
    }

    private static (Vector256<double> V0, Vector256<double> V1, Vector256<double> V2, Vector256<double> V3) Read(
        ReadOnlySpan<double> source
    ) => (Vector256.Create(source), Vector256.Create(source[4..]), Vector256.Create(source[8..]), Vector256.Create(source[12..]));

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
