namespace MlGate.Models.Preflight;

/// <summary>What an archive may hold before it is refused.</summary>
internal sealed record ArchiveCaps
{
    /// <summary>Most entries.</summary>
    public int Entries { get; init; } = 10_000;

    /// <summary>Most bytes of all entries together, unpacked, and of the file itself.</summary>
    public long Bytes { get; init; } = 1L << 30;

    /// <summary>Most unpacked bytes per packed byte of one entry.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Entries up to this size may have any ratio: a small table of zeros packs well and harms nobody.</summary>
    public long RatioFree { get; init; } = 1L << 20;

    /// <summary>Longest name of an entry, in bytes.</summary>
    public int NameBytes { get; init; } = 512;
}
