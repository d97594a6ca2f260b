using MlGate.Versions;

namespace MlGate.Models.Sources;

/// <summary>What tells that a file was written to.</summary>
internal sealed record FileStamp(string Location, long Length, DateTime Written)
{
    /// <summary>The stamps of files as they were hashed; as they are now where that is not known.</summary>
    public static IReadOnlyList<FileStamp> Hashed(IReadOnlyList<ArtifactFile> files) =>
        [.. Of(files).Zip(files, (now, file) => file.Written is { } written ? now with { Length = file.Size, Written = written } : now)];

    /// <summary>The stamps of files as they are now.</summary>
    public static IReadOnlyList<FileStamp> Of(IReadOnlyList<ArtifactFile> files) =>
        [
            .. files
                .Select(file => new FileInfo(file.Location))
                .Select(info => new FileStamp(info.FullName, info.Exists ? info.Length : -1, info.LastWriteTimeUtc)),
        ];
}
