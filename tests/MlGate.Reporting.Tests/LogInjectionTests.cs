using System.Text.RegularExpressions;
using MlGate.Reporting.MsBuild;
using MlGate.Reporting.Terminal;
using static MlGate.Reporting.Tests.InjectionTests;

namespace MlGate.Reporting.Tests;

/// <summary>Whatever a value says, it stays text in logs.</summary>
public sealed partial class LogInjectionTests
{
    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Payloads.All.Count)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Logs_get_no_forged_line_command_or_escape(int payload)
    {
        var report = Report(Payloads.All[payload]);
        var harmless = Report("plain");

        foreach (var renderer in new IReportRenderer[] { new ConsoleRenderer(), new MsBuildRenderer() })
        {
            var text = renderer.Render(report);

            Assert.Equal(renderer.Render(harmless).Count(letter => letter == '\n'), text.Count(letter => letter == '\n'));
            Assert.DoesNotContain("::", text, StringComparison.Ordinal);
            Assert.DoesNotContain("##", text, StringComparison.Ordinal);
            Assert.All(text, letter => Assert.True(letter == '\n' || Visible(letter), $"{renderer.Format}: U+{(int)letter:X4}"));
        }
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void Every_build_line_says_its_own_origin_and_code(int payload)
    {
        var lines = new MsBuildRenderer().Render(Report(Payloads.All[payload])).TrimEnd('\n').Split('\n');

        Assert.All(lines[..^1], line =>
        {
            var match = Canonical().Match(line);
            Assert.True(match.Success, line);
            Assert.Matches("^(error|warning|message) MLG[0-9]{4}$", match.Groups[1].Value);
        });
        Assert.StartsWith("mlgate: ", lines[^1], StringComparison.Ordinal);
    }

    // MSBuild's own form: an origin without a colon, then category and code, then text.
    [GeneratedRegex(@"^[^:]*: ((?:error|warning|message) [^:]*): ")]
    private static partial Regex Canonical();
}
