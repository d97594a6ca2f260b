using MlGate.Platform;

namespace MlGate.Git.Locks;

/// <summary>The real disk.</summary>
internal sealed class LockDisk : ILockDisk
{
    public void MakeFolder(string folder) => Directory.CreateDirectory(folder);

    public IReadOnlyList<string> Files(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder) : [];

    public byte[]? Read(string path) => RegularFile.Exists(path) ? RegularFile.ReadBytes(path, LockIndex.Largest) : null;

    public void Create(string path, ReadOnlySpan<byte> content)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    public void Replace(string path, string with) => File.Move(with, path, overwrite: true);

    public void Delete(string path) => File.Delete(path);
}
