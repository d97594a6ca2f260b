using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Json;

/// <summary>Writes and reads <c>report.json</c>. Whoever reads one trusts nothing in it: size, schema, ranges and digest are checked.</summary>
internal static class ReportJson
{
    /// <summary>The largest report that is read unless a caller asks for less.</summary>
    public const int MaxBytes = 16 << 20;

    // Several renderers show the digest of the same report, and it takes as long as writing it.
    private static readonly ConditionalWeakTable<Report, string> Known = [];

    /// <summary>The file's text: ASCII, LF, final newline, the same for the same findings.</summary>
    public static string Write(Report report)
    {
        var file = ReportFile.Of(report);
        return Text(file with { Digest = Digest(report), GeneratedAt = report.GeneratedAt });
    }

    /// <summary>SHA-256, 64 hex digits, of the file without the lines of <c>digest</c> and <c>generatedAt</c>.</summary>
    public static string Digest(Report report) => Known.GetValue(report, one => Digest(ReportFile.Of(one)));

    /// <summary>A report from a file's text.</summary>
    /// <param name="text">The text; line ends may have been changed on the way.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="maxBytes">Refuse more.</param>
    public static Result<Report> Read(string text, string name = "report.json", int maxBytes = MaxBytes)
    {
        if (text.Length > maxBytes || Encoding.UTF8.GetByteCount(text) > maxBytes) return ReportProblems.TooLarge(name, maxBytes);

        var parsed = Parse(text, name);
        if (parsed.Value is not { } file) return Result.Failed<Report>(parsed.Problems);

        // One report has one text: anything that was added, dropped, spelt otherwise or altered shows here, the digest included.
        return Text(file with { Digest = Digest(file) }) == text.ReplaceLineEndings("\n") ? file.ToReport() : ReportProblems.Changed(name);
    }

    private static Result<ReportFile> Parse(string text, string name)
    {
        if (ReportProblems.OtherSchema(text) is { } schema) return ReportProblems.SchemaUnknown(name, schema);
        try
        {
            var file = JsonSerializer.Deserialize(text, ReportJsonContext.Default.ReportFile) ?? throw new JsonException();
            return ReportRules.Broken(file) is { } rule ? ReportProblems.NotReadable(name, 0, rule) : file;
        }
        catch (JsonException e)
        {
            return ReportProblems.NotReadable(name, (int)Math.Min(e.LineNumber + 1 ?? 0, int.MaxValue));
        }
    }

    private static string Digest(ReportFile file) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(file with { Digest = null, GeneratedAt = null }))));

    private static string Text(ReportFile file) => JsonSerializer.Serialize(file, ReportJsonContext.Default.ReportFile) + "\n";
}
