using System.Text.RegularExpressions;
using MlGate.Testing;
using static MlGate.Actions.Tests.Running.Harm;

namespace MlGate.Actions.Tests.Running;

/// <summary>The action, run as a runner runs it, on a shallow clone of a pull request that means harm.</summary>
public sealed class ActionTests
{
    [Fact]
    public void A_pull_request_that_leaves_the_model_alone_passes_on_the_default_checkout()
    {
        Node.Need();
        using var repository = new Repository();
        using var job = new Job(repository);
        using var tool = new Tool();

        var result = job.Run(With(tool));

        Assert.True(result.Exit == 0, result.ToString());
        Assert.Equal(("0", "true", "churn"), (result.Output("exit-code"), result.Output("passed"), result.Output("gate")));
        Assert.Equal(["report.json"], Directory.EnumerateFiles(job.Artifact, "report.json").Select(Path.GetFileName));
        Assert.Equal(File.ReadAllText(result.Output("report")), File.ReadAllText(Path.Combine(job.Artifact, "report.json")));
        Assert.Contains("churn", result.Summary, StringComparison.Ordinal);
        var comment = Assert.Single(job.GitHub.Comments);
        Assert.Contains("## ✅ Model `churn`", comment.Body, StringComparison.Ordinal);
        Assert.Contains("/artifacts/2", comment.Body, StringComparison.Ordinal);
        Assert.Equal("skipped", result.Outcome("Keep what was measured"));
        AssertUnharmed(job, result);
    }

    [Fact]
    public void Hostile_names_and_cells_fail_the_gate_and_do_nothing_else()
    {
        Node.Need();
        using var tool = new Tool();
        using var repository = new Repository(folder => Poison(folder, tool));
        using var job = new Job(repository);

        var first = job.Run(With(tool, ("status", "true"), ("check-run", "true"), ("announce", "true"), ("report-formats", "junit,sarif")));
        var second = job.Run(With(tool));

        Assert.True(first.Exit == 1, first.ToString());
        Assert.Equal(("1", "false"), (first.Output("exit-code"), first.Output("passed")));
        Assert.Equal(1, second.Exit);
        var comment = Assert.Single(job.GitHub.Comments);
        Assert.Contains("## ❌ Dataset `", comment.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<h1>", comment.Body, StringComparison.Ordinal);
        Assert.Equal(Regex.Count(comment.Body, "<details"), Regex.Count(comment.Body, "</details>"));
        Assert.DoesNotContain(HostileCell, comment.Body + first.Summary, StringComparison.Ordinal);
        Assert.Equal(["pending", "failure"], job.GitHub.Statuses.Select(status => (string)status["state"]!));
        Assert.Single(job.GitHub.CheckRuns);
        Assert.Contains(first.Commands, command => command.Name == "error");
        Assert.Equal(2, Directory.EnumerateFiles(job.Artifact).Count(file => Path.GetExtension(file) is ".xml" or ".sarif"));
        AssertUnharmed(job, first);
        AssertUnharmed(job, second);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_server_that_refuses_changes_no_verdict(bool passes)
    {
        Node.Need();
        using var tool = new Tool();
        using var repository = new Repository(passes ? null : folder => Poison(folder, tool));
        using var job = new Job(repository);
        job.GitHub.Before = (_, _) => FakeGitHub.Answer(403, "{\"message\":\"Resource not accessible by integration\"}");

        var result = job.Run(With(tool));

        Assert.True(result.Exit == (passes ? 0 : 1), result.ToString());
        Assert.Equal(passes ? "true" : "false", result.Output("passed"));
        Assert.Empty(job.GitHub.Comments);
        Assert.Contains("MLG6020", result.Summary, StringComparison.Ordinal);
        AssertUnharmed(job, result);
    }

    [Fact]
    public void A_measurement_that_is_killed_is_no_verdict_on_the_model_and_is_said_so()
    {
        Node.Need();
        using var repository = new Repository();
        using var job = new Job(repository);
        using var tool = new Tool(dies: "check");

        var result = job.Run(With(tool));

        Assert.Equal(137, result.Exit);
        Assert.Contains("was not evaluated", Assert.Single(job.GitHub.Comments).Body, StringComparison.Ordinal);
        Assert.Contains("was not evaluated", result.Summary, StringComparison.Ordinal);
        AssertUnharmed(job, result);
    }

    [Fact]
    public void A_publisher_that_is_killed_changes_no_verdict()
    {
        Node.Need();
        using var repository = new Repository();
        using var job = new Job(repository);
        using var tool = new Tool(dies: "publish");

        var result = job.Run(With(tool));

        Assert.True(result.Exit == 0, result.ToString());
        Assert.Equal("0", result.Output("exit-code"));
        Assert.Contains(result.Commands, command =>
            command.Name == "warning" && command.Message.Contains("The verdict is unchanged", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_server_that_is_gone_is_said_and_what_cannot_be_compared_does_not_pass()
    {
        Node.Need();
        using var repository = new Repository();
        using var job = new Job(repository);
        using var tool = new Tool();
        repository.TakeAway();

        var result = job.Run(With(tool));

        Assert.True(result.Exit == 7, result.ToString());
        Assert.Contains("MLG1035", result.LogOf("Fetch the baselines"), StringComparison.Ordinal);
        Assert.Contains("MLG1031", result.LogOf("Measure"), StringComparison.Ordinal);
        Assert.Contains("was not evaluated", Assert.Single(job.GitHub.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_gate_is_an_error_of_usage()
    {
        Node.Need();
        using var repository = new Repository();
        using var job = new Job(repository);
        using var tool = new Tool();
        Directory.CreateDirectory(Path.Combine(job.Workspace, "empty"));

        var result = job.Run(With(tool, ("working-directory", "empty")));

        Assert.True(result.Exit == 3, result.ToString());
        Assert.Contains("MLG0012", result.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_publishes_or_fetches_sees_the_token()
    {
        Node.Need();
        using var repository = new Repository();
        using var job = new Job(repository);
        using var tool = new Tool();

        var result = job.Run(With(tool));

        Assert.Equal(0, result.Exit);
        Assert.Contains("GITHUB_TOKEN=" + Job.Token, tool.EnvironmentOf("publish"), StringComparison.Ordinal);
        var header = "AUTHORIZATION: basic " + Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes("x-access-token:" + Job.Token));
        Assert.Contains("GIT_CONFIG_VALUE_0=" + header, tool.EnvironmentOf("fetch"), StringComparison.Ordinal);
        Assert.Contains(("add-mask", header.Split(' ')[^1]), result.Commands);
        var check = tool.EnvironmentOf("check");
        Assert.DoesNotContain(Job.Token, check + tool.EnvironmentOf("gates"), StringComparison.Ordinal);
        Assert.DoesNotContain("basic", check, StringComparison.Ordinal);
        Assert.DoesNotContain("GITHUB_OUTPUT=", check, StringComparison.Ordinal);
        Assert.DoesNotContain("GITHUB_ENV=", check, StringComparison.Ordinal);
    }

    [Fact]
    public void Credentials_that_the_checkout_left_are_not_doubled()
    {
        Node.Need();
        using var repository = new Repository();
        using var job = new Job(repository);
        using var tool = new Tool();
        Repository.GitIn(job.Workspace, "config", "http.https://github.com/.extraheader", "AUTHORIZATION: basic x");

        Assert.Equal(0, job.Run(With(tool)).Exit);

        Assert.DoesNotContain("GIT_CONFIG_COUNT", tool.EnvironmentOf("fetch"), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_gates_have_a_comment_and_a_report_each()
    {
        Node.Need();
        using var repository = new Repository(null, "one", "two");
        using var job = new Job(repository);
        using var tool = new Tool();
        var both = job.Run(With(tool, ("gates", "all")));

        Assert.True(both.Exit == 0, both.ToString());
        Assert.Equal(
            ["one/mlgate.yml/report.json", "two/mlgate.yml/report.json"],
            Directory
                .EnumerateFiles(job.Artifact, "report.json", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(job.Artifact, path))
                .Order(StringComparer.Ordinal)
        );

        var named = job.Run(With(tool, ("gates", "one/mlgate.yml\r\n\ntwo/mlgate.yml\n")));

        Assert.True(named.Exit == 0, named.ToString());
        Assert.Contains("one/mlgate.yml", named.Output("report") + both.Output("report"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_measured_on_the_default_branch_is_kept()
    {
        Node.Need();
        using var repository = new Repository();
        using var job = new Job(repository);
        using var tool = new Tool();
        job.Variables["GITHUB_BASE_REF"] = "";

        var result = job.Push(With(tool));

        Assert.True(result.Exit == 0, result.ToString());
        Assert.Equal("success", result.Outcome("Keep what was measured"));
        Assert.Empty(job.GitHub.Comments);

        job.Broken.UnionWith(["actions/cache/restore", "actions/upload-artifact"]);
        var alone = job.Push(With(tool));

        Assert.True(alone.Exit == 0, alone.ToString());
        Assert.Equal("skipped", alone.Outcome("Keep what was measured"));
    }

    [Fact]
    public void A_push_records_its_result_and_the_next_run_draws_it()
    {
        Node.Need();
        using var repository = new Repository();
        using var job = new Job(repository);
        using var tool = new Tool();
        job.Variables["GITHUB_BASE_REF"] = "";

        var pushed = job.Push(With(tool, ("history", "true")));

        Assert.True(pushed.Exit == 0, pushed.ToString());
        Assert.Equal("success", pushed.Outcome("Record the result"));
        Assert.Contains(
            "\"gate\":\"churn\"",
            Repository.GitIn(repository.Path, "notes", "--ref", "refs/notes/mlgate", "show", repository.Merge),
            StringComparison.Ordinal
        );
        Assert.Contains("basic", tool.EnvironmentOf("history"), StringComparison.Ordinal);
        Assert.DoesNotContain("basic", tool.EnvironmentOf("check"), StringComparison.Ordinal);

        // Nothing is recorded of a pull request, and what was is there for it.
        var before = Repository.GitIn(repository.Path, "rev-parse", "refs/notes/mlgate");
        Repository.GitIn(job.Workspace, "update-ref", "-d", "refs/notes/mlgate");
        job.Variables.Remove("GITHUB_BASE_REF");
        var pull = job.Run(With(tool, ("history", "true")));
        Assert.True(pull.Exit == 0, pull.ToString());
        Assert.Equal("skipped", pull.Outcome("Record the result"));
        Assert.Equal(before, Repository.GitIn(repository.Path, "rev-parse", "refs/notes/mlgate"));
        Assert.Equal(before, Repository.GitIn(job.Workspace, "rev-parse", "refs/notes/mlgate"));

        // Without the permission the verdict is the same.
        repository.Refuse();
        job.Variables["GITHUB_BASE_REF"] = "";
        var refused = job.Push(With(tool, ("history", "true")));
        Assert.True(refused.Exit == 0, refused.ToString());
        Assert.Contains(refused.Commands, command =>
            command.Name == "warning" && command.Message.Contains("not recorded in the history", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_the_action_does_not_do_would_have_been_noticed()
    {
        Node.Need();
        using var repository = new Repository();
        using var files = new TempFolder();
        files.Write(
            "action.yml",
            """
            name: x
            description: x
            runs:
              using: composite
              steps:
                - shell: bash
                  run: |
                    echo "${{ github.head_ref }}"
                - shell: bash
                  env: { TITLE: '${{ github.event.pull_request.title }}' }
                  run: |
                    echo "$TITLE"
            """
        );
        using var job = new Job(repository) { Action = files.Path };

        var result = job.Run([]);

        Assert.True(File.Exists(Path.Combine(job.Workspace, "pwned")), result.ToString());
        Assert.Contains(("set-output", "b"), result.Commands);
    }
}
