using System.Text.RegularExpressions;
using MlGate.Findings;

namespace MlGate.Publishing.Tests.Run;

/// <summary>Which gates and reports are published, and which are not.</summary>
public sealed class PublishedGatesTests
{
    [Fact]
    public async Task A_report_of_a_gate_that_was_not_named_does_not_speak()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        run.Report(path: "artifact/a/report.json");
        run.Report(gate: "other", passed: true, path: "artifact/b/report.json");

        var exit = await run.Run(new PublishOptions { Named = [run["artifact"]], Gates = ["churn"] });

        Assert.Equal(ExitCode.Integrity, exit);
        Assert.Contains("MLG6033", run.Problems, StringComparison.Ordinal);
        Assert.Contains("gate=\"churn\"", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public async Task Of_several_reports_of_one_gate_the_worst_speaks_alone(string failing, string passing)
    {
        using var run = PublishedRun.OnGitHub();
        run.Report(path: $"out/{failing}/report.json");
        run.Report(passed: true, path: $"out/{passing}/report.json", at: PublishedRun.At.AddHours(1));

        var exit = await run.Run(
            new PublishOptions
            {
                Named = [run["out"]],
                Status = true,
                CheckRun = true,
            }
        );

        Assert.Equal(ExitCode.Passed, exit);
        Assert.Contains("Model `m` failed: recall went 0.81 → 0.77", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
        Assert.Equal("failure", (string)Assert.Single(run.GitHub.Statuses)["state"]!);
        Assert.Equal("failure", (string)Assert.Single(run.GitHub.CheckRuns)["conclusion"]!);
        Assert.DoesNotContain("✅", run.Summary, StringComparison.Ordinal);
        Assert.Contains("warning MLG6035: publishing: 2 reports of the gate 'churn'", run.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measuring_keeps_the_older_result_and_the_result_tells_of_it()
    {
        using var run = PublishedRun.OnGitHub();
        var report = run.Report();
        run.Variables["GITHUB_RUN_ID"] = "811";
        await run.Run(report);

        run.Variables["GITHUB_RUN_ID"] = "812";
        Assert.Equal(
            ExitCode.Passed,
            await run.Run(
                new PublishOptions
                {
                    Measuring = true,
                    Gates = ["churn"],
                    Status = true,
                }
            )
        );

        var body = Assert.Single(run.GitHub.Comments).Body;
        Assert.Matches("^<!-- mlgate:comment v=1 gate=\"churn\" -->\n## ⏳ Gate `churn`: measuring `6dcb09b5` …\n", body);
        Assert.Contains("Model `m` failed: recall went 0.81 → 0.77", body, StringComparison.Ordinal);
        Assert.Equal("pending", (string)run.GitHub.Statuses[^1]["state"]!);

        await run.Run(run.Report(passed: true));

        body = Assert.Single(run.GitHub.Comments).Body;
        Assert.DoesNotContain("⏳", body, StringComparison.Ordinal);
        Assert.Contains("last result was ❌ FAILED for `6dcb09b5`", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gate_whose_run_died_is_said_to_have_died()
    {
        using var run = PublishedRun.OnGitHub();
        await run.Run(new PublishOptions { Measuring = true, Gates = ["churn"] });

        var exit = await run.Run(
            new PublishOptions
            {
                Named = [run["out/report.json"]],
                Gates = ["churn"],
                Status = true,
            }
        );

        Assert.Equal((ExitCode.Passed, ""), (exit, run.Problems));
        var body = Assert.Single(run.GitHub.Comments).Body;
        Assert.Contains("## 💥 Gate `churn` was not evaluated", body, StringComparison.Ordinal);
        Assert.Contains("[log](<https://github.com/acme/shop/actions/runs/812/attempts/1>)", body, StringComparison.Ordinal);
        Assert.Equal("error", (string)run.GitHub.Statuses[^1]["state"]!);
        Assert.Contains("passed=false", Outputs(run.Outputs));
    }

    // Reads name<<delimiter as the runner does.
    private static List<string> Outputs(string file)
    {
        List<string> outputs = [];
        foreach (Match match in Regex.Matches(file, @"\G(?<name>[a-z-]+)<<(?<end>\S+)\n(?<value>[\s\S]*?)\n\k<end>\n"))
        {
            outputs.Add($"{match.Groups["name"].Value}={match.Groups["value"].Value}");
        }

        return outputs;
    }
}
