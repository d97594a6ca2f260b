using System.Diagnostics;
using System.Globalization;
using System.Text;

using MlGate.Git.Hashing;

namespace MlGate.Git.Locks;

/// <summary>
/// Lets one process write locks at a time. The system holds the lock on an open file, so it ends with the process that holds it, however that ends:
/// a dead holder on this host is taken over at once, and the file that it leaves means nothing. The process id and host in the file are for people only.
/// </summary>
internal sealed class WriterLock : IDisposable
{
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
        var folder = Path.Combine(gateFolder, CacheFolder.Location);
        var path = Path.Combine(folder, "writer");
        CacheFolder.Make(folder);
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                // Nobody deletes the file: two processes could then hold locks on two files of one name.
                var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
                Sign(path);
                return (new WriterLock(file), "");
            }
            catch (IOException) when (File.Exists(path) && waited.Elapsed < longest)
            {
                _ = cancel.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(2 + (Environment.CurrentManagedThreadId % 7)));
                cancel.ThrowIfCancellationRequested();
            }
            catch (IOException) when (File.Exists(path))
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
            File.WriteAllText(path + ".holder", FormattableString.Invariant($"process {Environment.ProcessId} on {Environment.MachineName}\n"));
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
            return File.ReadAllText(path + ".holder", Encoding.UTF8).Trim();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
