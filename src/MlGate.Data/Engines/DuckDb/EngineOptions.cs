namespace MlGate.Data.Engines.DuckDb;

/// <summary>What the engine may use. No value of it may change a result.</summary>
internal sealed record EngineOptions
{
    /// <summary>Threads of the engine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What the engine's buffers may hold, MB; beyond it spills to disk.</summary>
    public int MemoryMegabytes { get; init; } = 300;

    /// <summary>What one table in memory may hold, MB; larger data is read from its files by every query.</summary>
    public int TableMegabytes { get; init; } = 128;

    /// <summary>What may be spilled, GB.</summary>
    public int SpillGigabytes { get; init; } = 64;

    /// <summary>Where the private folders are made that spills go to.</summary>
    public string TemporaryRoot { get; init; } = Path.GetTempPath();
}
