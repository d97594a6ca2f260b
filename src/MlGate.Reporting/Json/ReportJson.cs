using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Json;

/// <summary>
/// Writes and reads <c>report.json</c>. Whoever reads one trusts nothing in it: size, schema, ranges and digest are checked.
/// </summary>
internal static class ReportJson
{
    /// <summary>The largest report that is read unless a caller asks for less.</summary>
    public const int MaxBytes = 16 << 20;

    // On one line, so that whoever checks the digest can leave it out with grep.
    private static readonly JsonSerializerOptions OneLine = new(ReportJsonContext.Default.Options) { WriteIndented = false };

    // Several renderers show the digest of the same report, and making its text takes longer than all else.
    private static readonly ConditionalWeakTable<Report, Undated> Known = [];

    /// <summary>The file's text: ASCII, LF, final newline, the same for the same findings.</summary>
    public static string Write(Report report)
    {
        var file = Known.GetValue(report, one => Undated.From(ReportFile.From(one)));
        return file.Dated(JsonSerializer.Serialize(report.GeneratedAt, ReportJsonContext.Default.DateTimeOffset));
    }

    /// <summary>
    /// SHA-256, 64 hex digits, of the file without the lines of <c>digest</c>, <c>generatedAt</c>, <c>behind</c> and <c>history</c>.
    /// </summary>
    public static string Digest(Report report) => Known.GetValue(report, one => Undated.From(ReportFile.From(one))).Digest;

    /// <summary>A report from a file's text.</summary>
    /// <param name="text">The text; line ends may have been changed on the way.</param>
    /// <param name="name">What messages call the file.</param>
    /// <param name="maxBytes">Refuse more.</param>
    public static Result<Report> Read(string text, string name = "report.json", int maxBytes = MaxBytes)
    {
        if (text.Length > maxBytes || Encoding.UTF8.GetByteCount(text) > maxBytes)
        {
            return ReportProblems.TooLarge(name, maxBytes);
        }

        var parsed = Parse(text, name);
        if (parsed.Value is not { } file)
        {
            return Result.Failed<Report>(parsed.Problems);
        }

        // One report has one text: anything that was added, dropped, spelt otherwise or altered shows here, the digest included.
        return
            Undated.From(file).Dated(JsonSerializer.Serialize(file.GeneratedAt, ReportJsonContext.Default.NullableDateTimeOffset))
            == text.ReplaceLineEndings("\n")
            ? file.ToReport()
            : ReportProblems.Changed(name);
    }

    private static Result<ReportFile> Parse(string text, string name)
    {
        if (ReportProblems.OtherSchema(text) is { } schema)
        {
            return ReportProblems.SchemaUnknown(name, schema);
        }

        try
        {
            var file = JsonSerializer.Deserialize(text, ReportJsonContext.Default.ReportFile) ?? throw new JsonException();
            return ReportRules.Broken(file) is { } rule ? ReportProblems.NotReadable(name, 0, rule) : file;
        }
        catch (JsonException e)
        {
            return ReportProblems.NotReadable(name, (int)Math.Min(e.LineNumber + 1 ?? 0, int.MaxValue));
        }
        catch (NotSupportedException)
        {
            return ReportProblems.NotReadable(name, 0, "a part without its section");
        }
    }

    /// <summary>The file without the lines that its digest is not over; they stand below the schema's.</summary>
    private sealed record Undated(byte[] Text, string Digest, string Behind, string History)
    {
        public static Undated From(ReportFile file)
        {
            byte[] text =
            [
                .. JsonSerializer.SerializeToUtf8Bytes(
                    file with
                    {
                        Digest = null,
                        GeneratedAt = null,
                        Behind = null,
                        History = null,
                    },
                    ReportJsonContext.Default.ReportFile
                ),
                (byte)'\n',
            ];
            return new Undated(
                text,
                Convert.ToHexStringLower(SHA256.HashData(text)),
                Line("behind", file.Behind),
                Line("history", file.History)
            );
        }

        public string Dated(string generatedAt)
        {
            var schema = Text.AsSpan().IndexOf("\"schema\":"u8);
            var at = schema + Text.AsSpan(schema).IndexOf((byte)'\n') + 1;
            return $"{Encoding.ASCII.GetString(Text, 0, at)}  \"digest\": \"{Digest}\",\n  \"generatedAt\": "
                + $"{generatedAt},\n{Behind}{History}{Encoding.ASCII.GetString(Text, at, Text.Length - at)}";
        }

        private static string Line<T>(string name, T? value)
            where T : class => value is null ? "" : $"  \"{name}\": {JsonSerializer.Serialize(value, OneLine.GetTypeInfo(typeof(T)))},\n";
    }
}
