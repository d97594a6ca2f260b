using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MlGate.Findings;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.CodeQuality;

/// <summary>
/// A Code Quality report, which GitLab shows in the merge request and beside the lines of the gate file. GitLab lists the entries that the
/// target branch does not have, told apart by their fingerprints.
/// </summary>
internal sealed class CodeQualityRenderer : IReportRenderer
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    public string Format => "code-quality";

    public string Extension => "code-quality.json";

    public string Render(Report report)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Options))
        {
            json.WriteStartArray();
            var open = EveryFinding.In(report).Where(finding => finding.Outcome is not (Outcome.Passed or Outcome.Waived));
            foreach (var check in open.GroupBy(finding => (finding.Code, finding.Id)))
            {
                // One check can have several findings of a code; each needs a fingerprint of its own.
                foreach (var (number, finding) in check.Index())
                {
                    WriteEntry(json, report, finding, number);
                }
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(text.WrittenSpan) + "\n";
    }

    private static void WriteEntry(Utf8JsonWriter json, Report report, Finding finding, int number)
    {
        json.WriteStartObject();
        json.WriteString("description", CleanText.From(finding.Message, CleanText.SentenceCap));
        json.WriteString("check_name", finding.Code);
        json.WriteString("fingerprint", Fingerprint(report, finding, number));
        json.WriteString("severity", SeverityOf(finding));
        json.WriteStartObject("location");
        json.WriteString("path", finding.Place is { } place ? RepositoryPath.From(report, place) : report.GateFile);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", Math.Max(finding.Place?.Line ?? 1, 1));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Neither numbers nor lines: the same check fails again when the next commit moves them.
    private static string Fingerprint(Report report, Finding finding, int number) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(FormattableString.Invariant($"{report.GateFile}\n{finding.Code}\n{finding.Id}\n{number}"))
            )
        );

    private static string SeverityOf(Finding finding) =>
        finding switch
        {
            { Counts: true } => "critical",
            { Severity: Severity.Error or Severity.Warn } => "minor",
            _ => "info",
        };
}
