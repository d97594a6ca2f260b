using System.Diagnostics;
using MlGate.Git.Hashing;
using MlGate.Platform;

namespace MlGate.Git.Locks;

/// <summary>
/// Lets one process write locks at a time. The system holds the lock on an open file, so it ends with the process that holds it, however
/// that ends:
/// a dead holder on this host is taken over at once, and the file that it leaves means nothing. The process id and host in the file are for
/// people only.
/// </summary>
internal sealed class WriterLock : IDisposable
{
    private const int LongestHolder = 1024;

    private readonly FileStream file;

    private WriterLock(FileStream file) => this.file = file;

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
        for (var waited = Stopwatch.StartNew(); ; )
        {
            try
            {
                // Nobody deletes the file: two processes could then hold locks on two files of one name.
                var file = RegularFile.OpenLock(path);
                Sign(path);
                return (new WriterLock(file), "");
            }
            catch (IOException problem) when (problem is not UnsafeFileException && File.Exists(path) && waited.Elapsed < longest)
            {
                _ = cancel.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(2 + (Environment.CurrentManagedThreadId % 7)));
                cancel.ThrowIfCancellationRequested();
            }
            catch (IOException problem) when (problem is not UnsafeFileException && File.Exists(path))
            {
                return (null, Holder(path));
            }
        }
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
