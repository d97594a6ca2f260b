using System.Text;

using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Json;

/// <summary>Reports of others on this disk.</summary>
internal static class ReportOnDisk
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a report that anyone may have written; never more than the cap.</summary>
    public static Result<Report> Read(string path, int maxBytes = ReportJson.MaxBytes)
    {
        var name = Path.GetFileName(path);
        byte[] bytes;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            bytes = new byte[Math.Min(file.Length, maxBytes + 1L)];
            bytes = bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return ReportProblems.NotFound(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ReportProblems.NotAccessible(name);
        }

        if (bytes.Length > maxBytes) return ReportProblems.TooLarge(name, maxBytes);
        try
        {
            return ReportJson.Read(Strict.GetString(bytes), name, maxBytes);
        }
        catch (DecoderFallbackException)
        {
            return ReportProblems.NotReadable(name, 0, "it is not UTF-8");
        }
    }
}
