using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace MlGate.Platform;

/// <summary>
/// A lock across processes: an open file that only one of them has. The system frees it when its process ends, however that ends, and what
/// is left of the file means nothing.
/// </summary>
public static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>The lock; null while somebody else holds it.</summary>
    /// <param name="path">Absolute path of the file, which is made if it is missing and never deleted: two processes could then hold locks
    /// on two files of one name.</param>
    /// <exception cref="UnsafeFileException">It is no regular file.</exception>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    public static IDisposable? TryTake(string path)
    {
        try
        {
            return RegularFile.OpenLock(path);
        }
        catch (IOException problem) when (IsHeld(problem))
        {
            return null;
        }
    }

    /// <summary>Waits for the lock; null if the wait was cancelled or took too long.</summary>
    /// <param name="path">As for <see cref="TryTake"/>, with its exceptions.</param>
    /// <param name="cancelled">Ends the wait.</param>
    /// <param name="longest">Longest wait; null for no limit.</param>
    public static IDisposable? Take(string path, WaitHandle cancelled, TimeSpan? longest = null)
    {
        var waited = Stopwatch.StartNew();
        while (!cancelled.WaitOne(TimeSpan.Zero))
        {
            if (TryTake(path) is { } held)
            {
                return held;
            }

            if (waited.Elapsed >= longest)
            {
                return null;
            }

            cancelled.WaitOne(Pause);
        }

        return null;
    }

    /// <summary>Waits for the lock, without holding a thread.</summary>
    /// <param name="path">As for <see cref="TryTake"/>, with its exceptions.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public static async Task<IDisposable> TakeAsync(string path, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        while (true)
        {
            if (TryTake(path) is { } held)
            {
                return held;
            }

            await Task.Delay(Pause, cancel).ConfigureAwait(false);
        }
    }

    // Windows says ERROR_SHARING_VIOLATION or ERROR_LOCK_VIOLATION; on Unix the runtime gives EWOULDBLOCK, as Linux or macOS number it.
    private static bool IsHeld(IOException problem) =>
        problem.GetType() == typeof(IOException) && (problem.HResult & 0xFFFF) is 32 or 33 or 11 or 35;
}
