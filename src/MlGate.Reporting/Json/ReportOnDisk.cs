using MlGate.Findings;
using MlGate.Platform;
using MlGate.Reports;

namespace MlGate.Reporting.Json;

/// <summary>Reports of others on this disk.</summary>
internal static class ReportOnDisk
{
    /// <summary>Reads a report that anyone may have written; never more than the cap.</summary>
    public static Result<Report> Read(string path, int maxBytes = ReportJson.MaxBytes)
    {
        var name = Path.GetFileName(path);
        byte[] bytes;
        try
        {
            using var file = RegularFile.OpenRead(path, long.MaxValue, followLink: true);
            bytes = ReportBytes.Take(file, maxBytes);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return ReportProblems.NotFound(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ReportProblems.NotAccessible(name);
        }

        return ReportBytes.Read(bytes, name, maxBytes);
    }
}
