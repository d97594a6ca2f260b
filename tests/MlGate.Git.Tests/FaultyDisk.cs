using MlGate.Git.Locks;

namespace MlGate.Git.Tests;

/// <summary>A disk whose N-th call fails.</summary>
internal sealed class FaultyDisk(ILockDisk disk) : ILockDisk
{
    public List<string> Calls { get; } = [];

    public int FailingCall { get; init; } = int.MaxValue;

    public string Fault { get; init; } = "";

    public bool ForEver { get; init; }

    public void MakeFolder(string folder) => Do("MakeFolder", () => disk.MakeFolder(folder));

    public IReadOnlyList<string> Files(string folder)
    {
        IReadOnlyList<string> files = [];
        Do("Files", () => files = disk.Files(folder));
        return files;
    }

    public byte[]? Read(string path)
    {
        byte[]? content = null;
        Do("Read", () => content = disk.Read(path));
        return content;
    }

    public void Create(string path, ReadOnlySpan<byte> content)
    {
        var bytes = content.ToArray();
        Do("Create", () => disk.Create(path, bytes), () => File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]));
    }

    public void Replace(string path, string with) => Do("Replace", () => disk.Replace(path, with));

    public void Delete(string path) => Do("Delete", () => disk.Delete(path));

    private void Do(string call, Action work, Action? half = null)
    {
        Calls.Add(call);
        if (Calls.Count == FailingCall || (ForEver && Calls.Count > FailingCall))
        {
            half?.Invoke();
            throw Fault switch
            {
                "EACCES" => new UnauthorizedAccessException("Access to the path is denied."),
                _ => new IOException(Fault + " : disk fault"),
            };
        }

        work();
    }
}
