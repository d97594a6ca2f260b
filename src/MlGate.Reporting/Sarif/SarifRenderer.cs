using System.Buffers;
using System.Text;
using System.Text.Json;
using MlGate.Findings;
using MlGate.Reporting.Json;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.Sarif;

/// <summary>
/// SARIF 2.1.0: what is not green, at its place in the gate file. Checks that passed are left out: hosts show every result as an alert.
/// </summary>
internal sealed class SarifRenderer : IReportRenderer
{
    // GitHub takes 25,000 results a run, and refuses the file with one more.
    private const int Most = 25_000;
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    public string Format => "sarif";

    public string Extension => "sarif";

    public string Render(Report report)
    {
        var results = EveryFinding.In(report).Where(finding => finding.Outcome != Outcome.Passed).OrderBy(Rank).Take(Most).ToList();
        var rules = results.Select(finding => finding.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            WriteRun(json, report, results, rules);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan) + "\n";
    }

    private static void WriteRun(Utf8JsonWriter json, Report report, List<Finding> results, List<string> rules)
    {
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "MlGate");
        json.WriteString("version", SarifText.Name(report.Tool));
        json.WriteString("informationUri", "https://github.com/mlgate/mlgate");
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            WriteRule(json, rule);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();

        // Several gates of one repository must not replace each other's results.
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"mlgate/{SarifText.Name(report.Gate).Replace('/', '_')}/");
        json.WriteEndObject();
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Verdict.ExitCode is ExitCode.Passed or ExitCode.Failed or ExitCode.Undecided);
        json.WriteNumber("exitCode", report.Verdict.ExitCode);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var finding in results)
        {
            WriteResult(json, report, finding, rules.BinarySearch(finding.Code, StringComparer.Ordinal));
        }

        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("report", "sha256:" + ReportJson.Digest(report));
        json.WriteString("verdict", NameConverter<Outcome>.NameOf(report.Verdict.Outcome));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, string code)
    {
        json.WriteStartObject();
        json.WriteString("id", SarifText.Name(code));
        if (Diagnostics.Find(code) is { } known)
        {
            WriteMessage(json, "shortDescription", known.Title);
            json.WriteString("helpUri", known.HelpLink);
        }

        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Report report, Finding finding, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", SarifText.Name(finding.Code));
        json.WriteNumber("ruleIndex", rule);
        json.WriteString(
            "level",
            Rank(finding) switch
            {
                0 => "error",
                1 => "warning",
                _ => "note",
            }
        );
        WriteMessage(json, "message", finding.Message);
        WriteLocation(json, report, finding);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("check/v1", SarifText.Name(finding.Id.Text));
        json.WriteEndObject();
        if (finding.Outcome == Outcome.Waived)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            if (ReportReading.WaiverOf(report, finding) is { } waiver)
            {
                json.WriteString("justification", SarifText.Sentence(ConsoleText.From(WaiverWords.For(waiver))));
            }

            json.WriteEndObject();
            json.WriteEndArray();
        }

        WriteProperties(json, finding);
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, Report report, Finding finding)
    {
        // Hosts refuse results without a place: the gate file is where every check comes from.
        var path = finding.Place is { } known ? RepositoryPath.From(report, known) : report.GateFile;
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', SarifText.Name(path).Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", "%SRCROOT%");
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(finding.Place?.Line ?? 1, 1));
        if (finding.Place is { Line: > 0, Column: > 0 } place)
        {
            json.WriteNumber("startColumn", place.Column);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", SarifText.Name(finding.Id.Text));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("properties");
        json.WriteString("outcome", NameConverter<Outcome>.NameOf(finding.Outcome));
        json.WriteString("severity", NameConverter<Severity>.NameOf(finding.Severity));
        Number(json, "baseline", finding.Evidence?.Baseline);
        Number(json, "candidate", finding.Evidence?.Candidate);
        Number(json, "lower", finding.Evidence?.Interval?.Lower);
        Number(json, "upper", finding.Evidence?.Interval?.Upper);
        Number(json, "limit", finding.Evidence?.Limit?.Value);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", SarifText.Sentence(text));
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
    }

    private static int Rank(Finding finding) =>
        finding switch
        {
            { Counts: true } => 0,
            { Outcome: Outcome.Waived } => 2,
            { Severity: Severity.Warn } => 1,
            _ => 2,
        };
}
