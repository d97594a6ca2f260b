namespace MlGate.FakeServers;

/// <summary>What a run kept.</summary>
internal sealed record FakeArtifact(long Id, string Name, byte[] Bytes)
{
    /// <summary>What the server says of its size, where that is not true.</summary>
    public long? Size { get; init; }

    public bool Expired { get; init; }

    public DateTimeOffset CreatedAt { get; init; } = new(2026, 11, 22, 17, 52, 12, TimeSpan.Zero);
}
