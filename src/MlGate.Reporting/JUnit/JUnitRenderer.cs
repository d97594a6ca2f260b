using System.Globalization;
using System.Text;
using System.Xml;
using MlGate.Findings;
using MlGate.Reporting.Json;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Reporting.JUnit;

/// <summary>
/// Checks as test cases, grouped by what they are about, for the test tabs of continuous integration. What stops the build is a failure,
/// or an error where nothing could be decided; the format knows no warning, so whatever else is not green is skipped, with its reason.
/// </summary>
internal sealed class JUnitRenderer : IReportRenderer
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        OmitXmlDeclaration = true,
    };

    public string Format => "junit";

    public string Extension => "junit.xml";

    public string Render(Report report)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var xml = XmlWriter.Create(text, Settings))
        {
            Write(xml, report, EveryFinding.In(report));
        }

        return text.Append('\n').ToString();
    }

    private static void Write(XmlWriter xml, Report report, IReadOnlyList<Finding> findings)
    {
        var digest = ReportJson.Digest(report);
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "MlGate " + ConsoleText.Name(report.Gate));
        WriteCounts(xml, findings);
        foreach (var suite in findings.GroupBy(finding => finding.Subject))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", ConsoleText.Id(suite.Key));
            WriteCounts(xml, [.. suite]);
            WriteSuiteProperties(xml, report, digest);
            foreach (var finding in suite)
            {
                WriteCase(xml, report, finding);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<Finding> findings)
    {
        Attribute(xml, "tests", findings.Count);
        Attribute(xml, "failures", findings.Count(finding => Verdict(finding) == "failure"));
        Attribute(xml, "errors", findings.Count(finding => Verdict(finding) == "error"));
        Attribute(xml, "skipped", findings.Count(finding => Verdict(finding) == "skipped"));
    }

    private static void WriteSuiteProperties(XmlWriter xml, Report report, string digest)
    {
        xml.WriteStartElement("properties");
        Property(xml, "gate", ConsoleText.Name(report.Gate));
        Property(xml, "gate-file", ConsoleText.Path(report.GateFile));
        Property(xml, "commit", report.Commit is { } commit ? ConsoleText.Name(commit) : null);
        Property(xml, "report", "sha256:" + digest);
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, Report report, Finding finding)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", ConsoleText.Id(finding.Subject));
        xml.WriteAttributeString("name", ConsoleText.Id(finding.Id.Text));
        if (finding.Place is { } place)
        {
            xml.WriteAttributeString("file", ConsoleText.Path(RepositoryPath.From(report, place)));
            if (place.Line > 0)
            {
                Attribute(xml, "line", place.Line);
            }
        }

        WriteEvidence(xml, finding);
        if (Verdict(finding) is { } verdict)
        {
            xml.WriteStartElement(verdict);
            var waiver = ReportReading.WaiverOf(report, finding) is { } accepted ? "; " + ConsoleText.From(WaiverWords.For(accepted)) : "";
            xml.WriteAttributeString("message", $"{OutcomeWords.From(finding).Word}: {ConsoleText.Sentence(finding.Found)}{waiver}");
            if (verdict != "skipped")
            {
                xml.WriteAttributeString("type", ConsoleText.Name(finding.Code));
                xml.WriteString(Body(finding));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteEvidence(XmlWriter xml, Finding finding)
    {
        xml.WriteStartElement("properties");
        Property(xml, "code", ConsoleText.Name(finding.Code));
        Property(xml, "outcome", NameConverter<Outcome>.NameOf(finding.Outcome));
        Property(xml, "severity", NameConverter<Severity>.NameOf(finding.Severity));
        Property(xml, "baseline", Number(finding.Evidence?.Baseline));
        Property(xml, "candidate", Number(finding.Evidence?.Candidate));
        Property(xml, "lower", Number(finding.Evidence?.Interval?.Lower));
        Property(xml, "upper", Number(finding.Evidence?.Interval?.Upper));
        Property(xml, "limit", finding.Evidence?.Limit is { } limit ? $"{ConsoleText.Name(limit.Kind.Key)} {Number(limit.Value)}" : null);
        xml.WriteEndElement();
    }

    private static string Body(Finding finding)
    {
        List<string> lines = [ConsoleText.Sentence(finding.Message), .. EvidenceWords.For(finding).Select(ConsoleText.From)];
        if (Diagnostics.Find(finding.Code) is { } known)
        {
            lines.Add(known.HelpLink);
        }

        return string.Join('\n', lines);
    }

    private static string? Verdict(Finding finding) =>
        finding switch
        {
            { Outcome: Outcome.Passed } => null,
            { Counts: false } => "skipped",
            { Outcome: Outcome.Failed } => "failure",
            _ => "error",
        };

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static void Attribute(XmlWriter xml, string name, int value) =>
        xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    private static void Property(XmlWriter xml, string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        xml.WriteStartElement("property");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }
}
