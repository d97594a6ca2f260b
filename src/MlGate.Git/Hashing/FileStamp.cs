using MlGate.Platform;

namespace MlGate.Git.Hashing;

/// <summary>What the file system says of a file without opening it. Times are nanoseconds since 1970.</summary>
/// <param name="Kind">A link is not followed.</param>
/// <param name="Device">Zero where the platform does not say.</param>
/// <param name="Inode">Zero where the platform does not say.</param>
/// <param name="Links">Names that the file has; 1 where the platform does not say.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">Time of the last change of the content.</param>
/// <param name="Changed">Time of the last change of the content or of its description, which no program can set; zero where the platform
/// does not say.</param>
/// <param name="IsExecutable">May the owner run it?</param>
internal readonly record struct FileStamp(
    EntryKind Kind,
    ulong Device,
    ulong Inode,
    uint Links,
    long Size,
    long Modified,
    long Changed,
    bool IsExecutable
)
{
    /// <summary>The later of both times.</summary>
    public long Latest => Math.Max(Modified, Changed);
}
