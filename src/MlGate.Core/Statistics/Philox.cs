using System.Runtime.CompilerServices;

namespace MlGate.Statistics;

/// <summary>
/// Philox4x32-10, a random function of a counter (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3").
/// A number belongs to (seed, key, index), not to a moment: the order of rows, threads and shards cannot matter.
/// </summary>
internal static class Philox
{
    public const uint FirstMultiplier = 0xD2511F53;
    public const uint SecondMultiplier = 0xCD9E8D57;
    public const uint FirstWeyl = 0x9E3779B9;
    public const uint SecondWeyl = 0xBB67AE85;
    public const int Rounds = 10;

    /// <summary>Four words from a counter of four words and a key of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (uint X0, uint X1, uint X2, uint X3) Words(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (first, second) = ((ulong)FirstMultiplier * c0, (ulong)SecondMultiplier * c2);
            (c0, c1, c2, c3) = ((uint)(second >> 32) ^ c1 ^ k0, (uint)second, (uint)(first >> 32) ^ c3 ^ k1, (uint)first);
            (k0, k1) = (k0 + FirstWeyl, k1 + SecondWeyl);
        }

        return (c0, c1, c2, c3);
    }

    /// <summary>Mixes 128 bits to 64: the finaliser of SplitMix64 (Steele, Lea and Flood 2014) over both halves.</summary>
    public static ulong Fold(UInt128 key) => Mix((ulong)key ^ Mix((ulong)(key >> 64)));

    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
