using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using MlGate.Findings;
using MlGate.Reporting.Annotations;
using MlGate.Reporting.Dvc;
using MlGate.Reporting.JUnit;
using MlGate.Reporting.Sarif;
using MlGate.Reports;

namespace MlGate.Reporting.Tests;

/// <summary>What programs read: each format parsed back by a strict parser.</summary>
public sealed partial class FormatTests
{
    public static TheoryData<string> Forms => [.. ReportSamples.All.Keys];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Payloads.All.Count)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void JUnit_is_red_exactly_where_the_gate_is(string form)
    {
        var report = ReportSamples.All[form];

        var suites = Xml(report).Root!;

        var red = suites.Descendants().Count(element => element.Name.LocalName is "failure" or "error");
        Assert.Equal(report.Verdict.ExitCode != ExitCode.Passed, red > 0);
        Assert.Equal(
            report.Findings.Count(finding => finding.Outcome == Outcome.Passed),
            suites.Descendants("testcase").Count(test => test.Elements().All(child => child.Name == "properties"))
        );
        foreach (var level in suites.DescendantsAndSelf().Where(element => element.Name.LocalName is "testsuites" or "testsuite"))
        {
            Assert.Equal((int)level.Attribute("tests")!, level.Descendants("testcase").Count());
            Assert.Equal((int)level.Attribute("failures")!, level.Descendants("failure").Count());
            Assert.Equal((int)level.Attribute("errors")!, level.Descendants("error").Count());
            Assert.Equal((int)level.Attribute("skipped")!, level.Descendants("skipped").Count());
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Sarif_has_an_error_exactly_where_the_gate_is_red(string form)
    {
        var report = ReportSamples.All[form];

        using var log = Sarif(report);

        var run = log.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        var results = run.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(
            report.Verdict.ExitCode != ExitCode.Passed,
            results.Exists(result => result.GetProperty("level").GetString() == "error")
        );
        Assert.All(results, result =>
        {
            var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
            Assert.Equal(rule.GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
            Assert.Equal(Diagnostics.Get(rule.GetProperty("id").GetString()!).HelpLink, rule.GetProperty("helpUri").GetString());
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            Assert.StartsWith(
                "samples/churn/",
                place.GetProperty("artifactLocation").GetProperty("uri").GetString(),
                StringComparison.Ordinal
            );
            Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
        });
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Annotations_are_ten_at_most_and_red_exactly_where_the_gate_is(string form)
    {
        var report = ReportSamples.All[form];

        var lines = new AnnotationsRenderer().Render(report).TrimEnd('\n').Split('\n')[..^1];

        Assert.True(lines.Length <= 10);
        Assert.Equal(report.Verdict.ExitCode != ExitCode.Passed, lines.Any(line => line.StartsWith("::error ", StringComparison.Ordinal)));
        Assert.All(lines.Where(line => !line.StartsWith("::notice ", StringComparison.Ordinal)), line =>
            Assert.Contains("file=samples/churn/mlgate.yml", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Dvc_shape_has_old_new_and_their_difference()
    {
        using var diff = JsonDocument.Parse(new DvcRenderer().Render(ReportSamples.All["fail"]));

        var recall = diff.RootElement.GetProperty("models/churn.zip").GetProperty("recall");
        Assert.Equal(
            (0.8093, 0.7326, 0.7326 - 0.8093),
            (recall.GetProperty("old").GetDouble(), recall.GetProperty("new").GetDouble(), recall.GetProperty("diff").GetDouble())
        );
        Assert.Equal(0.8421, diff.RootElement.GetProperty("models/churn.zip").GetProperty("auc").GetProperty("old").GetDouble());
        Assert.Equal(
            JsonValueKind.Null,
            diff.RootElement.GetProperty("models/churn.zip").GetProperty("segments.contract=Two year.recall").GetProperty("old").ValueKind
        );
    }

    [Fact]
    public void What_is_not_finite_is_left_out()
    {
        var sample = SampleModelFindings.Metric(
            "recall",
            "max-drop",
            0.02,
            double.NaN,
            double.PositiveInfinity,
            double.NegativeInfinity,
            double.NaN,
            Outcome.Failed,
            7
        );
        var report = ReportSamples.Make([sample with { Evidence = sample.Evidence! with { Limit = null } }]);

        Assert.Equal("{}\n", new DvcRenderer().Render(report));
        using var log = Sarif(report);
        Assert.False(
            log.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("properties").TryGetProperty("candidate", out _)
        );
        var csv = CsvFormatTests.Csv(report);
        Assert.Equal("", csv[1][csv[0].ToList().IndexOf("candidate")]);
    }

    [Theory]
    [InlineData("mlgate.yml", "mlgate.yml", "mlgate.yml")]
    [InlineData("a/b/mlgate.yml", "mlgate.yml", "a/b/mlgate.yml")]
    [InlineData("a/b/mlgate.yml", "../policy.yml", "a/policy.yml")]
    [InlineData("a/mlgate.yml", "../../../etc/passwd", "etc/passwd")]
    [InlineData("a/mlgate.yml", "./x//y.yml", "a/x/y.yml")]
    public void Places_are_told_from_the_root_of_the_repository(string gateFile, string file, string expected) =>
        Assert.Equal(
            expected,
            Wording.RepositoryPath.From(ReportSamples.All["pass"] with { GateFile = gateFile }, new FilePlace(file, 1, 1))
        );

    [Fact]
    public void Of_ten_thousand_findings_ten_annotations_are_left()
    {
        var report = ReportSamples.Make([
            .. Enumerable
                .Range(1, 10_000)
                .Select(n => SampleModelFindings.Metric("recall", "max-drop", 0.02, 0.8, 0.7, -0.2, -0.05, Outcome.Failed, n)),
        ]);

        var lines = new AnnotationsRenderer().Render(report).TrimEnd('\n').Split('\n');

        Assert.Equal(
            (9, 1),
            (
                lines.Count(line => line.StartsWith("::error ", StringComparison.Ordinal)),
                lines.Count(line => line.StartsWith("::notice ", StringComparison.Ordinal))
            )
        );
        Assert.Contains("9,991 more", lines[9], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Annotations_hold_one_command_a_line_and_only_ours(int payload)
    {
        var (harmless, hostile) = (Lines("plain"), Lines(Payloads.All[payload]));

        Assert.Equal(harmless.Length, hostile.Length);
        Assert.All(hostile[..^1], line => Assert.Matches(Command(), line));
        Assert.DoesNotContain("::", hostile[^1], StringComparison.Ordinal);
        Assert.All(hostile, line => Assert.DoesNotContain("##", line, StringComparison.Ordinal));
        Assert.All(hostile, AssertVisible);

        static string[] Lines(string text) => new AnnotationsRenderer().Render(InjectionTests.Report(text)).TrimEnd('\n').Split('\n');
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void JUnit_and_Sarif_stay_what_they_are(int payload)
    {
        var (plain, report) = (InjectionTests.Report("plain"), InjectionTests.Report(Payloads.All[payload]));

        Assert.Equal(plain.Findings.Count, Xml(report).Descendants("testcase").Count());
        Assert.All(Xml(report).Descendants().SelectMany(element => element.Attributes()), attribute => AssertVisible(attribute.Value));
        Assert.All(Xml(report).Descendants().SelectMany(element => element.Attributes()), attribute =>
            Assert.DoesNotContain("::", attribute.Value, StringComparison.Ordinal)
        );
        Assert.All(Xml(report).DescendantNodes(), node => Assert.True(node is XElement or XText));
        using var log = Sarif(report);
        using var harmless = Sarif(plain);
        Assert.Equal(Shape(harmless.RootElement), Shape(log.RootElement));
        foreach (var result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            var message = result.GetProperty("message").GetProperty("text").GetString()!;
            Assert.DoesNotMatch(@"(?<!\\)(\\\\)*[\[\]]", message);
            Assert.DoesNotMatch(@"(?<!\{)(\{\{)*\{(?!\{)|(?<!\})(\}\})*\}(?!\})", message);
            Assert.DoesNotMatch(@"@\w|#\d|\bGH-\d|\bwww\.\w|://|<\w", message);
            AssertVisible(message.Replace("\u200B", "", StringComparison.Ordinal));
            Assert.True(
                Uri.IsWellFormedUriString(
                    result
                        .GetProperty("locations")[0]
                        .GetProperty("physicalLocation")
                        .GetProperty("artifactLocation")
                        .GetProperty("uri")
                        .GetString(),
                    UriKind.Relative
                )
            );
        }
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Dvc_json_is_ascii_and_has_no_key_twice(int payload)
    {
        var text = new DvcRenderer().Render(InjectionTests.Report(Payloads.All[payload]));

        Assert.All(text, letter => Assert.True(letter is '\n' or (>= ' ' and <= '~'), $"U+{(int)letter:X4}"));
        Assert.DoesNotMatch("[<>&'`]", text);
        using var diff = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
        Assert.All(diff.RootElement.EnumerateObject(), file => AssertVisible(file.Name));
    }

    private static XDocument Xml(Report report)
    {
        using var text = new StringReader(new JUnitRenderer().Render(report));
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
        return XDocument.Load(reader);
    }

    private static JsonDocument Sarif(Report report) =>
        JsonDocument.Parse(new SarifRenderer().Render(report), new JsonDocumentOptions { AllowDuplicateProperties = false });

    private static string Shape(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => "{"
                + string.Join(',', element.EnumerateObject().Select(property => property.Name + Shape(property.Value)))
                + "}",
            JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Shape)) + "]",
            _ => element.ValueKind.ToString(),
        };

    private static void AssertVisible(string text) =>
        Assert.All(text, letter => Assert.True(letter == '\n' || InjectionTests.Visible(letter), $"U+{(int)letter:X4}"));

    [GeneratedRegex("^::(error|warning|notice) ([a-z]+=[^:,\r\n]*)(,[a-z]+=[^:,\r\n]*)*::(?!.*::).*$")]
    private static partial Regex Command();
}
