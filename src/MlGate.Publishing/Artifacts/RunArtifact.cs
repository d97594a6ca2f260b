namespace MlGate.Publishing.Artifacts;

/// <summary>What another run kept: a zip archive that anyone may have filled.</summary>
/// <param name="Bytes">As the server has them, never more than <see cref="MostBytes"/>.</param>
internal sealed record RunArtifact(byte[] Bytes)
{
    /// <summary>Of the archive. Reports of fifty gates, with all other formats beside them, are a tenth of it.</summary>
    public const int MostBytes = 20 << 20;
}
