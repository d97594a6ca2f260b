using System.Text.Json;
using MlGate.Findings;
using MlGate.Reports;

namespace MlGate.Reporting.Json;

/// <summary>Why a report cannot be read. Nothing of its text is repeated.</summary>
internal static class ReportProblems
{
    public static Finding TooLarge(string name, long maxBytes) =>
        Problem(
            Diagnostics.ReportTooLarge,
            name,
            FormattableString.Invariant($"more than {maxBytes} bytes"),
            FormattableString.Invariant($"a report of at most {maxBytes} bytes")
        );

    public static Finding NotReadable(string name, int line, string? rule = null) =>
        Problem(
            Diagnostics.ReportNotReadable,
            name,
            rule ?? "not JSON of the report schema",
            "a report as in docs/report.schema.json",
            line
        );

    public static Finding SchemaUnknown(string name, int schema) =>
        Problem(
            Diagnostics.ReportSchemaUnknown,
            name,
            FormattableString.Invariant($"schema {schema}"),
            FormattableString.Invariant($"schema {Report.CurrentSchema}"),
            fix: "Read it with the version of MlGate that wrote it"
        );

    public static Finding Changed(string name) =>
        Problem(Diagnostics.ReportChanged, name, "content differs from its digest", "a report as written by MlGate");

    public static Finding NotFound(string name) =>
        Problem(Diagnostics.FileNotFound, name, "file not found", "a report", fix: "Use the report.json from mlgate check");

    public static Finding NotAccessible(string name) =>
        Problem(
            Diagnostics.FileNotAccessible,
            name,
            "not readable",
            "a report",
            fix: "Correct the permissions, or close the program that has it open"
        );

    /// <summary>The schema of a text that is a report of another version; null when the text itself must be looked at.</summary>
    public static int? OtherSchema(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 16 });
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("schema", out var schema)
                && schema.ValueKind == JsonValueKind.Number
                && schema.TryGetInt32(out var version)
                && version != Report.CurrentSchema
                ? version
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Finding Problem(
        Diagnostic diagnostic,
        string name,
        string found,
        string expected,
        int line = 0,
        string fix = "Run mlgate check again and use its report.json"
    ) =>
        new()
        {
            Code = diagnostic.Code,
            Id = "report",
            Subject = name,
            Outcome = Outcome.NotMeasured,
            Expected = expected,
            Found = found,
            Fix = fix,
            Place = new FilePlace(name, line, line == 0 ? 0 : 1),
        };
}
