using System.Text.RegularExpressions;
using MlGate.Findings;

namespace MlGate.Publishing.Tests.Run;

public sealed class PublishRunTests
{
    [Fact]
    public async Task A_pull_request_gets_summary_marks_outputs_and_one_comment()
    {
        using var run = PublishedRun.OnGitHub();

        var exit = await run.Run(run.Report(commit: FakeGitHub.Merge));

        Assert.Equal((ExitCode.Passed, ""), (exit, run.Problems));
        Assert.StartsWith("## ❌ Model `m` failed: recall went 0.81 → 0.77", run.Summary, StringComparison.Ordinal);
        Assert.Equal(
            ["::error file=samples/mlgate.yml,line=41,col=7,", "::error file=samples/mlgate.yml,line=42,col=7,"],
            run.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line[..line.IndexOf("title", StringComparison.Ordinal)])
        );
        Assert.Equal(
            [
                "verdict=failed",
                "exit-code=1",
                "passed=false",
                "gate=churn",
                "summary=Model m failed: recall went 0.81 → 0.77",
                $"report={run["out/report.json"]}",
            ],
            Outputs(run.Outputs)
        );
        Assert.Contains(
            "[log](<https://github.com/acme/shop/actions/runs/812/attempts/1>)",
            Assert.Single(run.GitHub.Comments).Body,
            StringComparison.Ordinal
        );
        Assert.Empty(run.GitHub.Statuses);
        Assert.Empty(run.GitHub.CheckRuns);
    }

    [Fact]
    public async Task Status_and_check_run_are_made_when_asked_for()
    {
        using var run = PublishedRun.OnGitHub();

        await run.Run(
            new PublishOptions
            {
                Named = [run.Report(failures: 3)],
                Status = true,
                CheckRun = true,
                ReportLink = new Uri("https://example.test/r"),
            }
        );

        Assert.Equal("failure", (string)Assert.Single(run.GitHub.Statuses)["state"]!);
        Assert.StartsWith(
            "https://example.test/r#:~:mlgate=812.1.2.",
            (string)run.GitHub.Statuses[0]["target_url"]!,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [41, 42, 43],
            Assert.Single(run.GitHub.CheckRuns)["output"]!["annotations"]!.AsArray().Select(one => (int)one!["start_line"]!)
        );
    }

    [Fact]
    public async Task The_verdict_does_not_depend_on_publishing()
    {
        using var run = PublishedRun.OnGitHub();
        run.GitHub.Before = (_, call) =>
            call.Method == "POST" ? FakeGitHub.Answer(403, headers: ("x-accepted-github-permissions", "issues=write")) : null;
        var report = run.Report();

        Assert.Equal(ExitCode.Passed, await run.Run(report));
        Assert.Equal(ExitCode.Environment, await run.Run(new PublishOptions { Named = [report], Require = true }));

        Assert.Contains(
            "warning MLG6020: publishing: GitHub responded with 403 to 'create the comment'; it needs the permission issues=write",
            run.Problems,
            StringComparison.Ordinal
        );
        Assert.Contains("::warning title=MlGate could not publish (MLG6020)::", run.Log, StringComparison.Ordinal);
        Assert.Contains("⚠️ **Warning** · publishing: GitHub responded with 403", run.Summary, StringComparison.Ordinal);
        Assert.Contains("exit-code=1", Outputs(run.Outputs));
    }

    [Theory]
    [InlineData("fork/shop", "ann")]
    [InlineData("acme/shop", "dependabot[bot]")]
    public async Task A_token_that_only_reads_is_not_tried(string repository, string actor)
    {
        using var run = PublishedRun.OnGitHub(repository: repository, actor: actor);

        var exit = await run.Run(
            new PublishOptions
            {
                Named = [run.Report()],
                Status = true,
                CheckRun = true,
                Require = true,
            }
        );

        Assert.Equal(ExitCode.Passed, exit);
        Assert.Empty(run.GitHub.Calls);
        Assert.StartsWith("## ❌ Model `m` failed: ", run.Summary, StringComparison.Ordinal);
        Assert.Contains("in two steps", run.Summary, StringComparison.Ordinal);
        Assert.Contains("::error file=samples/mlgate.yml,line=41", run.Log, StringComparison.Ordinal);
        Assert.Contains("message MLG6032: ", run.Problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("merge_group")]
    [InlineData("push")]
    [InlineData("schedule")]
    public async Task Without_a_pull_request_there_is_a_summary_and_a_status(string name)
    {
        using var run = PublishedRun.OnGitHub(name);

        var exit = await run.Run(
            new PublishOptions
            {
                Named = [run.Report(passed: true, commit: name == "merge_group" ? FakeGitHub.Head : FakeGitHub.Merge)],
                Status = true,
            }
        );

        Assert.Equal((ExitCode.Passed, ""), (exit, run.Problems));
        Assert.Empty(run.GitHub.Comments);
        Assert.Equal("success", (string)Assert.Single(run.GitHub.Statuses)["state"]!);
        Assert.StartsWith("## ", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_most_ten_lines_are_marked_and_only_failing_ones()
    {
        using var run = PublishedRun.OnGitHub();

        await run.Run(
            run.Report(failures: 9),
            run.Report(gate: "b", failures: 9, path: "b/report.json"),
            run.Report(gate: "c", passed: true, path: "c/report.json")
        );

        Assert.Equal(10, Regex.Count(run.Log, "^::error ", RegexOptions.Multiline));
        Assert.Equal(3, run.GitHub.Comments.Count);
    }

    [Fact]
    public async Task Nothing_is_published_by_a_dry_run()
    {
        using var run = PublishedRun.OnGitHub();

        var exit = await run.Run(
            new PublishOptions
            {
                Named = [run.Report()],
                DryRun = true,
                Status = true,
            }
        );

        Assert.Equal(ExitCode.Passed, exit);
        Assert.Empty(run.GitHub.Calls);
        Assert.Equal(("", ""), (run.Summary, run.Outputs));
        Assert.Contains("status: mlgate/churn: Model m failed: recall went 0.81 → 0.77", run.Log, StringComparison.Ordinal);
        Assert.Contains("comment:\n<!-- mlgate:comment v=1 gate=\"churn\" -->\n## ❌", run.Log, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?m)^\\s*::", run.Log);
    }

    [Fact]
    public async Task At_home_it_says_that_there_is_nowhere_to_publish()
    {
        using var run = PublishedRun.AtHome();
        var report = run.Report();

        Assert.Equal(ExitCode.Passed, await run.Run(report));
        Assert.Equal(ExitCode.Usage, await run.Run(new PublishOptions { Named = [report], Require = true }));

        Assert.Contains(
            "warning MLG6029: publishing: none of GitHub Actions, Azure Pipelines, GitLab CI",
            run.Problems,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Azure_gets_a_thread_a_status_and_commands_in_the_log()
    {
        using var run = PublishedRun.OnAzure();

        var exit = await run.Run(new PublishOptions { Named = [run.Report()], Status = true });

        Assert.Equal((ExitCode.Passed, ""), (exit, run.Problems));
        Assert.Equal("active", Assert.Single(run.Azure.Threads).Status);
        Assert.Equal("failed", (string)Assert.Single(run.Azure.Statuses)["state"]!);
        var summary = Regex.Match(run.Log, @"^##vso\[task\.uploadsummary \](.+)$", RegexOptions.Multiline).Groups[1].Value;
        Assert.StartsWith("## ❌", await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(
            "##vso[task.logissue type=error;sourcepath=samples/mlgate.yml;linenumber=41;columnnumber=7;]",
            run.Log,
            StringComparison.Ordinal
        );
        Assert.Contains("##vso[task.setvariable variable=mlgateExitCode;isOutput=true;]1\n", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GitLab_gets_a_note_and_nothing_in_the_log()
    {
        using var run = PublishedRun.OnGitLab();

        Assert.Equal(ExitCode.Passed, await run.Run(new PublishOptions { Measuring = true, Gates = ["churn"] }));
        Assert.Contains("⏳", Assert.Single(run.GitLab.Notes).Body, StringComparison.Ordinal);
        var exit = await run.Run(new PublishOptions { Named = [run.Report()], Gates = ["churn"] });

        Assert.Equal((ExitCode.Passed, "", ""), (exit, run.Problems, run.Log));
        Assert.Contains("## ❌", Assert.Single(run.GitLab.Notes).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fork_on_GitLab_has_no_token_and_is_told_so_without_a_request()
    {
        using var run = PublishedRun.OnGitLab();
        run.Variables["CI_MERGE_REQUEST_SOURCE_PROJECT_ID"] = "43";
        run.Variables["GITLAB_TOKEN"] = "";

        Assert.Equal(ExitCode.Passed, await run.Run(run.Report()));

        Assert.Contains("MLG6032", run.Problems, StringComparison.Ordinal);
        Assert.Empty(run.GitLab.Calls);
    }

    [Fact]
    public async Task A_token_of_GitLab_that_the_server_repeats_is_not_shown()
    {
        using var run = PublishedRun.OnGitLab();
        run.Variables["GITLAB_TOKEN"] = "a-token-of-gitlab-0123456789";
        run.GitLab.Before = (_, call) =>
            call.Method == "GET" ? null : FakeGitHub.Answer(400, $$"""{"message":"refused: {{call.Authorization}}"}""");

        await run.Run(run.Report());

        Assert.Contains("MLG6026", run.Problems, StringComparison.Ordinal);
        Assert.DoesNotContain("a-token-of-gitlab", run.Problems, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("s3cret-of-this-job")]
    [InlineData("ghs_0123456789abcdefABCDEF0123456789abcd")]
    public async Task A_token_that_the_server_repeats_is_not_shown(string token)
    {
        using var run = PublishedRun.OnGitHub();
        run.Variables["GITHUB_TOKEN"] = token;
        run.GitHub.Before = (_, call) =>
            call.Method == "GET"
                ? null
                : FakeGitHub.Answer(
                    422,
                    System.Text.Json.JsonSerializer.Serialize(
                        new
                        {
                            message = "no",
                            errors = new[] { new { message = $"refused: Authorization: {call.Authorization}, or {token}" } },
                        }
                    )
                );

        await run.Run(new PublishOptions { Named = [run.Report()], Status = true });

        Assert.Contains("refused", run.Problems, StringComparison.Ordinal);
        Assert.DoesNotContain(token, run.Problems + run.Log + run.Summary + run.Outputs, StringComparison.Ordinal);
    }
}
