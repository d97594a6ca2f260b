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

    // A line of its own, so that whoever checks the digest can leave it out.
    private static readonly JsonSerializerOptions OneLine = new(ReportJsonContext.Default.Options) { WriteIndented = false };

    // Several renderers show the digest of the same report, and making its text takes longer than all else.
    private static readonly ConditionalWeakTable<Report, Undated> Known = [];

    /// <summary>The file's text: ASCII, LF, final newline, the same for the same findings.</summary>
    public static string Write(Report report)
    {
        var file = Known.GetValue(report, one => Undated.Of(ReportFile.Of(one)));
        return file.Dated(JsonSerializer.Serialize(report.GeneratedAt, ReportJsonContext.Default.DateTimeOffset));
    }

    /// <summary>SHA-256, 64 hex digits, of the file without the lines of <c>digest</c>, <c>generatedAt</c> and <c>history</c>.</summary>
    public static string Digest(Report report) => Known.GetValue(report, one => Undated.Of(ReportFile.Of(one))).Digest;

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
        return Undated.Of(file).Dated(JsonSerializer.Serialize(file.GeneratedAt, ReportJsonContext.Default.NullableDateTimeOffset)) == text.ReplaceLineEndings("\n") ? file.ToReport() : ReportProblems.Changed(name);
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

    /// <summary>The file without the lines that its digest is not over: two below the schema's, and the history above the artifacts.</summary>
    private sealed record Undated(byte[] Text, string Digest, string History)
    {
        public static Undated Of(ReportFile file)
        {
            byte[] text = [.. JsonSerializer.SerializeToUtf8Bytes(file with { Digest = null, GeneratedAt = null, History = null }, ReportJsonContext.Default.ReportFile), (byte)'\n'];
            var history = file.History is { } known ? $"  \"history\": {JsonSerializer.Serialize(known, OneLine.GetTypeInfo(typeof(IReadOnlyList<ModelHistory>)))},\n" : "";
            return new Undated(text, Convert.ToHexStringLower(SHA256.HashData(text)), history);
        }

        public string Dated(string generatedAt)
        {
            var schema = Text.AsSpan().IndexOf("\"schema\":"u8);
            var head = schema + Text.AsSpan(schema).IndexOf((byte)'\n') + 1;
            var rest = Text.AsSpan().IndexOf("\n  \"artifacts\":"u8) + 1;
            return $"{Encoding.ASCII.GetString(Text, 0, head)}  \"digest\": \"{Digest}\",\n  \"generatedAt\": {generatedAt},\n{Encoding.ASCII.GetString(Text, head, rest - head)}{History}{Encoding.ASCII.GetString(Text, rest, Text.Length - rest)}";
        }
    }
}
