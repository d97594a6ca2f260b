using MlGate.Versions;

namespace MlGate.Models.Sources;

/// <summary>What tells that a file was written to.</summary>
internal sealed record FileStamp(string Location, long Length, DateTime Written)
{
    /// <summary>The stamps of files as they are now.</summary>
    public static IReadOnlyList<FileStamp> Of(IReadOnlyList<ArtifactFile> files) =>
        [.. files.Select(file => new FileInfo(file.Location)).Select(info => new FileStamp(info.FullName, info.Exists ? info.Length : -1, info.LastWriteTimeUtc))];
}
