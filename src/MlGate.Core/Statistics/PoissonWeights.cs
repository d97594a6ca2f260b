using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MlGate.Metrics.Walks;

namespace MlGate.Statistics;

/// <summary>
/// Poisson(1) draws for the paired bootstrap: how often replicate b draws the row of a key. By inversion of 16 random bits over a table
/// whose mean and variance are
/// exactly 1 (the largest draw is 8). Replicate b of a key takes the half-word b mod 2 of word (b mod 64) / 16 of Philox counter (key, 8 (b
/// / 64) + (b mod 16) / 2, 0).
/// </summary>
internal static class PoissonWeights
{
    /// <summary>Of 65,536 equally likely numbers, those at or above these give 1, 2, … 8.</summary>
    private static ReadOnlySpan<ushort> Thresholds => [24106, 48222, 60274, 64292, 65296, 65497, 65530, 65535];

    /// <summary>One draw, the slow way.</summary>
    public static int Draw(long seed, ulong key, int replicate)
    {
        var counter = (uint)((8 * (replicate / 64)) + (replicate % 16 / 2));
        var (x0, x1, x2, x3) = Philox.Words((uint)key, (uint)(key >> 32), counter, 0, (uint)seed, (uint)(seed >> 32));
        var word = (replicate % 64 / 16) switch
        {
            0 => x0,
            1 => x1,
            2 => x2,
            _ => x3,
        };
        return FromBits((ushort)(replicate % 2 == 0 ? word : word >> 16));
    }

    /// <summary>Draws of 64 replicates for the rows of a tile.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="keys">Stream key per row.</param>
    /// <param name="block">Which 64 replicates: those from 64 × block.</param>
    /// <param name="target">Where they go.</param>
    public static void Fill(long seed, ReadOnlySpan<ulong> keys, int block, WeightTile target)
    {
        var counters = Vector256.Create((uint)(8 * block)) + Vector256.Create(0u, 1, 2, 3, 4, 5, 6, 7);
        ref var draws = ref MemoryMarshal.GetArrayDataReference(target.Draws);
        for (var row = 0; row < keys.Length; row++)
        {
            Fill(seed, keys[row], counters, ref Unsafe.Add(ref draws, (nint)row * WeightTile.Lanes));
        }
    }

    internal static int FromBits(ushort bits)
    {
        var draw = 0;
        while (draw < Thresholds.Length && bits >= Thresholds[draw])
        {
            draw++;
        }

        return draw;
    }

    private static void Fill(long seed, ulong key, Vector256<uint> counters, ref byte target)
    {
        var (c0, c1, c2, c3) = (Vector256.Create((uint)key), Vector256.Create((uint)(key >> 32)), counters, Vector256<uint>.Zero);
        var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
        for (var round = 0; round < Philox.Rounds; round++)
        {
            var (firstHigh, firstLow) = Multiply(c0, Philox.FirstMultiplier);
            var (secondHigh, secondLow) = Multiply(c2, Philox.SecondMultiplier);
            (c0, c1, c2, c3) = (secondHigh ^ c1 ^ Vector256.Create(k0), secondLow, firstHigh ^ c3 ^ Vector256.Create(k1), firstLow);
            (k0, k1) = (k0 + Philox.FirstWeyl, k1 + Philox.SecondWeyl);
        }

        Vector256.Narrow(Poisson(c0), Poisson(c1)).StoreUnsafe(ref target);
        Vector256.Narrow(Poisson(c2), Poisson(c3)).StoreUnsafe(ref target, 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<uint> High, Vector256<uint> Low) Multiply(Vector256<uint> value, uint by)
    {
        var factor = Vector256.Create(by);
        var even = Wide(value, factor).AsUInt32();
        var odd = Wide((value.AsUInt64() >> 32).AsUInt32(), factor).AsUInt32();
        var upper = Vector256.Create(0x_FFFF_FFFF_0000_0000ul).AsUInt32();
        var high = Vector256.ConditionalSelect(upper, odd, (even.AsUInt64() >> 32).AsUInt32());
        var low = Vector256.ConditionalSelect(upper, (odd.AsUInt64() << 32).AsUInt32(), even);
        return (high, low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Wide(Vector256<uint> left, Vector256<uint> right) =>
        Avx2.IsSupported
            ? Avx2.Multiply(left, right)
            : (left.AsUInt64() & Vector256.Create(0xFFFF_FFFFul)) * (right.AsUInt64() & Vector256.Create(0xFFFF_FFFFul));

    // There is no unsigned comparison: both sides are shifted to signed numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Poisson(Vector256<uint> words)
    {
        var bits = (words.AsUInt16() ^ Vector256.Create((ushort)0x8000)).AsInt16();
        var draws = Vector256<short>.Zero;
        foreach (var threshold in Thresholds)
        {
            draws -= Above(bits, threshold);
        }

        return draws.AsUInt16();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Above(Vector256<short> bits, int threshold) =>
        Vector256.GreaterThan(bits, Vector256.Create((short)(threshold - 1 - 0x8000)));
}
