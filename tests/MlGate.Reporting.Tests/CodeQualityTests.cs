using System.Text.Json;
using MlGate.Findings;
using MlGate.Reporting.CodeQuality;
using MlGate.Reports;

namespace MlGate.Reporting.Tests;

/// <summary>What GitLab reads: a list of entries with fixed keys.</summary>
public sealed class CodeQualityTests
{
    private static readonly string[] Keys = ["description", "check_name", "fingerprint", "severity", "location"];

    public static TheoryData<string> Forms => [.. ReportSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_entry_is_critical_exactly_where_the_gate_is_red(string form)
    {
        var report = ReportSamples.All[form];

        var entries = Entries(report);

        Assert.All(entries, entry => Assert.Equal(Keys, entry.EnumerateObject().Select(property => property.Name)));
        Assert.Equal(report.Verdict.ExitCode != ExitCode.Passed, entries.Exists(entry => Text(entry, "severity") == "critical"));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_two_entries_have_one_fingerprint(string form)
    {
        var fingerprints = Entries(ReportSamples.All[form]).ConvertAll(entry => Text(entry, "fingerprint"));

        Assert.Equal(fingerprints.Distinct(), fingerprints);
        Assert.All(fingerprints, fingerprint => Assert.Matches("^[0-9a-f]{64}$", fingerprint));
    }

    [Fact]
    public void A_fingerprint_survives_other_numbers_and_lines()
    {
        var report = ReportSamples.All["fail"];
        var moved = report with
        {
            Findings =
            [
                .. report.Findings.Select(finding =>
                    finding with
                    {
                        Found = "other numbers",
                        Place = finding.Place is { } place ? place with { Line = place.Line + 7 } : null,
                    }
                ),
            ],
        };

        Assert.Equal(
            Entries(report).Select(entry => Text(entry, "fingerprint")),
            Entries(moved).Select(entry => Text(entry, "fingerprint"))
        );
    }

    [Fact]
    public void An_entry_is_at_the_line_of_the_gate_file()
    {
        var report = ReportSamples.All["fail"];
        var finding = report.Findings.First(finding => finding.Counts && finding.Place is { Line: > 0 });

        var entry = Entries(report).First(entry => Text(entry, "check_name") == finding.Code);

        var location = entry.GetProperty("location");
        Assert.Equal(report.GateFile, Text(location, "path"));
        Assert.Equal(finding.Place!.Line, location.GetProperty("lines").GetProperty("begin").GetInt32());
    }

    private static List<JsonElement> Entries(Report report) =>
        [.. JsonDocument.Parse(new CodeQualityRenderer().Render(report)).RootElement.EnumerateArray()];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
