namespace MlGate.Platform;

/// <summary>Kinds of directory entries.</summary>
public enum EntryKind
{
    /// <summary>Nothing has that name.</summary>
    Missing,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>A pipe with a name (FIFO).</summary>
    Pipe,

    /// <summary>A socket.</summary>
    Socket,

    /// <summary>A device.</summary>
    Device,

    /// <summary>The system does not tell.</summary>
    Unknown,
}
