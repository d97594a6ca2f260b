using MlGate.Git.Hashing;
using MlGate.Platform;

namespace MlGate.Git.Locks;

/// <summary>
/// Lets one process write locks at a time. A dead holder on this host is taken over at once. The process id and host in the file beside it
/// are for people only.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private const int LongestHolder = 1024;

    private readonly IDisposable file;

    private WriterLock(IDisposable file) => this.file = file;

    /// <summary>Waits for the lock.</summary>
    /// <param name="gateFolder">Absolute path.</param>
    /// <param name="longest">Longest wait.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The lock, or who holds it.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    public static (WriterLock? Lock, string Holder) Take(string gateFolder, TimeSpan longest, CancellationToken cancel)
    {
        var path = Path.Combine(CacheFolder.Create(gateFolder), "writer");
        var held = FileLock.Take(path, cancel.WaitHandle, longest);
        cancel.ThrowIfCancellationRequested();
        if (held is null)
        {
            return (null, Holder(path));
        }

        Sign(path);
        return (new WriterLock(held), "");
    }

    public void Dispose() => file.Dispose();

    // Beside the locked file, which nobody else can open.
    private static void Sign(string path)
    {
        try
        {
            RegularFile.Write(
                path + ".holder",
                FormattableString.Invariant($"process {Environment.ProcessId} on {Environment.MachineName}\n")
            );
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Only people read it.
        }
    }

    private static string Holder(string path)
    {
        try
        {
            return RegularFile.ReadText(path + ".holder", LongestHolder).Trim();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
