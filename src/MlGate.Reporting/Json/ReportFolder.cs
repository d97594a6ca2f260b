using System.Text;

using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Json;

/// <summary>The files of a report in a folder.</summary>
internal static class ReportFolder
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Writes <c>report.json</c>, then <c>diagnostics.json</c>, each whole or not at all.</summary>
    public static void Write(string folder, Report report)
    {
        WriteWhole(Path.Combine(folder, "report.json"), ReportJson.Write(report));
        WriteWhole(Path.Combine(folder, "diagnostics.json"), DiagnosticsJson.Write(report));
    }

    /// <summary>Writes a text through a temporary file of the same folder.</summary>
    public static void WriteWhole(string path, string text)
    {
        var temporary = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(Strict.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

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
