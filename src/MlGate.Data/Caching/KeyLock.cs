using MlGate.Platform;

namespace MlGate.Data.Caching;

/// <summary>A lock across processes, held as long as the file is open: the system frees it when a process dies.</summary>
internal static class KeyLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static IDisposable Take(string path, CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            if (TryTake(path) is { } held)
            {
                return held;
            }

            cancel.WaitHandle.WaitOne(Pause);
        }
    }

    /// <summary>The lock, or null if someone holds it.</summary>
    public static IDisposable? TryTake(string path)
    {
        try
        {
            // The file stays: removing it would let two processes hold two files of one name.
            return RegularFile.OpenLock(path);
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            return null;
        }
    }

    // Windows says ERROR_SHARING_VIOLATION; on Unix the runtime says EWOULDBLOCK as the raw error number.
    private static bool IsHeld(IOException exception) =>
        exception.GetType() == typeof(IOException) && (exception.HResult & 0xFFFF) is 32 or 33 or 11 or 35;
}
