using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>
/// Which units are swapped in 64 permutations side by side: all combinations where there are few of them, else fair coins of the
/// counter-based generator.
/// </summary>
internal sealed class SwapBits
{
    // Keeps the counters apart from those of the bootstrap's draws of rows (0) and of cells (an attempt from 1).
    private const uint Purpose = 0xFFFF_FFFF;

    // Bit j of 0 … 63, for 64 numbers side by side.
    private static readonly ulong[] Patterns =
    [
        0xAAAA_AAAA_AAAA_AAAA,
        0xCCCC_CCCC_CCCC_CCCC,
        0xF0F0_F0F0_F0F0_F0F0,
        0xFF00_FF00_FF00_FF00,
        0xFFFF_0000_FFFF_0000,
        0xFFFF_FFFF_0000_0000,
    ];

    private readonly long seed;
    private readonly ulong[] streams;
    private readonly bool[] differs;

    /// <summary>Chooses between all combinations and draws.</summary>
    /// <param name="streams">Key of each unit's random stream.</param>
    /// <param name="differs">Per unit: true if a swap changes anything.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="draws">How many draws are wanted.</param>
    public SwapBits(ulong[] streams, bool[] differs, long seed, int draws)
    {
        (this.seed, this.streams, this.differs) = (seed, streams, differs);
        var swappable = differs.Count(differ => differ);
        IsExact = swappable < 31 && 1L << swappable <= draws;
        Count = IsExact ? 1 << swappable : draws;
    }

    /// <summary>True for all combinations. The first is then that of the data.</summary>
    public bool IsExact { get; }

    /// <summary>Number of permutations.</summary>
    public int Count { get; }

    /// <summary>Bit k of the word of a unit: true if it is swapped in permutation 64 × block + k.</summary>
    public void Fill(int block, ulong[] words)
    {
        var number = 0;
        for (var unit = 0; unit < words.Length; unit++)
        {
            words[unit] =
                !differs[unit] ? 0
                : IsExact ? Combination(number++, block)
                : Coins(streams[unit], block);
        }
    }

    private ulong Coins(ulong stream, int block)
    {
        var (x0, x1, _, _) = Philox.Words((uint)stream, (uint)(stream >> 32), (uint)block, Purpose, (uint)seed, (uint)(seed >> 32));
        return ((ulong)x1 << 32) | x0;
    }

    private static ulong Combination(int number, int block) =>
        number < Patterns.Length ? Patterns[number]
        : ((block >> (number - Patterns.Length)) & 1) == 1 ? ulong.MaxValue
        : 0;
}
