using System.Text;
using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Json;

/// <summary>Reports of others, as bytes.</summary>
internal static class ReportBytes
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the beginning of what may be a report.</summary>
    /// <param name="from">Ends where the report does.</param>
    /// <param name="maxBytes">At most one more is read.</param>
    /// <exception cref="IOException">The stream breaks.</exception>
    public static byte[] Take(Stream from, int maxBytes)
    {
        using var taken = new MemoryStream();
        var buffer = new byte[64 << 10];
        while (
            taken.Length <= maxBytes
            && from.Read(buffer, 0, (int)Math.Min(buffer.Length, maxBytes + 1L - taken.Length)) is var count and > 0
        )
        {
            taken.Write(buffer, 0, count);
        }

        return taken.ToArray();
    }

    /// <summary>Reads a report that anyone may have written.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="name">The file's name, for problems.</param>
    /// <param name="maxBytes">More is no report.</param>
    public static Result<Report> Read(byte[] bytes, string name, int maxBytes)
    {
        if (bytes.Length > maxBytes)
        {
            return ReportProblems.TooLarge(name, maxBytes);
        }

        try
        {
            return ReportJson.Read(Strict.GetString(bytes), name, maxBytes);
        }
        catch (DecoderFallbackException)
        {
            return ReportProblems.NotReadable(name, 0, "not UTF-8");
        }
    }
}
