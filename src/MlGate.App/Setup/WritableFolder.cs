using System.Globalization;
using MlGate.Findings;
using MlGate.Reporting.Setup;

namespace MlGate.App.Setup;

/// <summary>Tries whether files can be written to a folder, and leaves nothing behind.</summary>
internal static class WritableFolder
{
    // Less is soon filled by the copy of one large dataset.
    private const long FewBytes = 1L << 30;

    /// <param name="check">Name of the check.</param>
    /// <param name="folder">Absolute path; it need not be there yet.</param>
    /// <param name="fix">What to do where it is not writable.</param>
    /// <param name="state">What it means where it is not writable.</param>
    public static SetupResult Check(string check, string folder, string fix, SetupState state)
    {
        try
        {
            var existing = folder;
            while (!Path.Exists(existing))
            {
                existing = Path.GetDirectoryName(existing)!;
            }

            using (
                new FileStream(
                    Path.Combine(existing, $".mlgate-{Guid.NewGuid():N}"),
                    FileMode.CreateNew,
                    FileAccess.Write,
                    FileShare.None,
                    bufferSize: 0,
                    FileOptions.DeleteOnClose
                )
            ) { }

            var free = new DriveInfo(existing).AvailableFreeSpace;
            var size = string.Create(CultureInfo.InvariantCulture, $"{free / (double)(1L << 30):0.0} GiB free");
            return free < FewBytes
                ? SetupResult.Warning(check, $"{folder}: only {size}", "Free space on this disk, or use another one: " + fix)
                : SetupResult.Ok(check, $"{folder} is writable, {size}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return new SetupResult(check, state, $"{folder} is not writable: {problem.Message.TrimEnd('.')}")
            {
                Fix = fix,
                Diagnostic = Diagnostics.FileNotAccessible,
            };
        }
    }
}
