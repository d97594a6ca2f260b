using MlGate.Findings;
using MlGate.Versions;

namespace MlGate.Data.Sources;

/// <summary>What a file looked like when it was hashed or, where that is not known, before it was read.</summary>
internal sealed record FileState(ArtifactFile File, long Length, DateTime Written)
{
    public static FileState From(ArtifactFile file) =>
        Now(file) is var now && file.Written is { } written ? now with { Written = written } : now;

    /// <summary>Does it look different now?</summary>
    public bool Changed => this != Now(File);

    public Finding Finding(CheckId id) =>
        DataFinding.Create(
            Diagnostics.ChangedWhileRead,
            id,
            File.Name,
            "an unchanged file while it is read",
            "content changed",
            "Run again when the file is complete"
        );

    private static FileState Now(ArtifactFile file)
    {
        var info = new FileInfo(file.Location);
        return new FileState(file, info.Exists ? info.Length : -1, info.LastWriteTimeUtc);
    }
}
