namespace MlGate.Git.Locks;

/// <summary>
/// The few things that writing locks does to a disk; each may throw <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>.
/// Tests make them fail.
/// </summary>
internal interface ILockDisk
{
    void MakeFolder(string folder);

    /// <summary>Paths of the files in a folder; none when there is no folder.</summary>
    IReadOnlyList<string> Files(string folder);

    /// <summary>A file's bytes; null when there is none.</summary>
    byte[]? Read(string path);

    /// <summary>Makes a file that was not there, and waits until the disk has it.</summary>
    void Create(string path, ReadOnlySpan<byte> content);

    /// <summary>Puts one file in the place of another, in one step.</summary>
    void Replace(string path, string with);

    void Delete(string path);
}
