using MlGate.Versions;

namespace MlGate.Models.Sources;

/// <summary>What tells that a file was written to.</summary>
internal sealed record ModelFileStamp(string Location, long Length, DateTime Written)
{
    /// <summary>The stamps of files as they were hashed; as they are now where that is not known.</summary>
    public static IReadOnlyList<ModelFileStamp> Hashed(IReadOnlyList<ArtifactFile> files) =>
        [.. From(files).Zip(files, (now, file) => file.Written is { } written ? now with { Length = file.Size, Written = written } : now)];

    /// <summary>The stamps of files as they are now.</summary>
    public static IReadOnlyList<ModelFileStamp> From(IReadOnlyList<ArtifactFile> files) =>
        [
            .. files
                .Select(file => new FileInfo(file.Location))
                .Select(info => new ModelFileStamp(info.FullName, info.Exists ? info.Length : -1, info.LastWriteTimeUtc)),
        ];
}
