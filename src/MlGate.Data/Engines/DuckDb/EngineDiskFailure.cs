namespace MlGate.Data.Engines.DuckDb;

/// <summary>Failures of the disk that the engine reports in the words of the system.</summary>
internal static class EngineDiskFailure
{
    private const int NoSpace = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);
    private const int TooManyFiles = 24;
    private const int TooManyFilesOnWindows = unchecked((int)0x80070004);

    // The system's own words, which the engine repeats.
    private static readonly string[] Full =
    [
        "No space left on device",
        "Disk quota exceeded",
        "File too large",
        "not enough space on the disk",
    ];
    private static readonly string[] OutOfHandles = ["Too many open files"];

    /// <summary>The failure of the disk that an exception of the engine reports; null if it reports another one.</summary>
    public static IOException? From(Exception exception) =>
        Says(exception, Full)
            ? new IOException("No space left on the disk of the temporary folder", OperatingSystem.IsWindows() ? NoSpaceOnWindows : NoSpace)
        : Says(exception, OutOfHandles)
            ? new IOException("Too many open files", OperatingSystem.IsWindows() ? TooManyFilesOnWindows : TooManyFiles)
        : null;

    private static bool Says(Exception exception, string[] words) =>
        Array.Exists(words, word => exception.Message.Contains(word, StringComparison.OrdinalIgnoreCase));
}
