using System.IO.Compression;
using MlGate.Findings;

namespace MlGate.Publishing.Tests.Run;

/// <summary>The second step takes the artifact of the measured run itself: anyone may have filled it.</summary>
public sealed class ArtifactTests
{
    private static readonly PublishOptions Options = new() { Artifact = "reports", Gates = ["churn"] };

    [Fact]
    public async Task Reports_of_the_artifact_are_published_and_no_token_goes_to_its_store()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        run.Report(commit: FakeGitHub.Merge, path: "churn/report.json");
        run.Keep("churn/report.json");

        Assert.Equal((ExitCode.Passed, ""), (await run.Run(Options), run.Problems));

        Assert.Contains("Model `m` failed: recall went 0.81 → 0.77", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
        Assert.Contains("repos/acme/shop/actions/runs/812/artifacts", run.GitHub.Calls.Select(call => call.Path));
        Assert.Null(Assert.Single(run.GitHub.Calls, call => call.Host == "storage.example").Authorization);
        Assert.Equal(
            ["event.json", "output.txt", "report.json", "summary.md"],
            Directory.EnumerateFiles(run[""], "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Of_several_attempts_the_newest_artifact_counts_and_an_expired_one_does_not()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        run.Report(path: "report.json");
        run.Keep("report.json");
        run.Report(path: "report.json", passed: true);
        run.Keep("report.json");
        run.GitHub.Artifacts.Add(new FakeArtifact(9, "reports", []) { Expired = true });

        Assert.Equal(ExitCode.Passed, await run.Run(Options));

        Assert.DoesNotContain("fail", Assert.Single(run.GitHub.Comments).Body.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_artifact_of_an_earlier_attempt_does_not_speak_for_one_that_died()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        run.Report(path: "report.json", passed: true);
        var kept = run.Keep("report.json");
        run.GitHub.Artifacts[0] = kept with { CreatedAt = new(2026, 11, 22, 17, 49, 59, TimeSpan.Zero) };

        Assert.Equal(ExitCode.Passed, await run.Run(Options));

        Assert.Contains(
            "warning MLG6023: publishing: no artifact 'reports' in this attempt of the measured run",
            run.Problems,
            StringComparison.Ordinal
        );
        Assert.Contains("was not evaluated", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_artifact_the_gate_is_said_to_have_no_report()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");

        Assert.Equal(ExitCode.Passed, await run.Run(Options));

        Assert.Contains("warning MLG6023: publishing: no artifact 'reports'", run.Problems, StringComparison.Ordinal);
        Assert.Contains("was not evaluated", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("artifacts", 403, "MLG6020")]
    [InlineData("zip", 403, "MLG6020")]
    [InlineData("zip", 410, "MLG6023")]
    [InlineData("storage", 500, "MLG6025")]
    public async Task A_server_that_does_not_give_it_is_named_and_the_gate_is_said_to_have_no_report(string part, int status, string code)
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        run.Report(path: "report.json");
        run.Keep("report.json");
        run.GitHub.Before = (_, call) =>
            call.Path.Split('/').Contains(part) && (part != "artifacts" || call.Query.Length > 0) ? FakeGitHub.Answer(status) : null;

        Assert.Equal(ExitCode.Passed, await run.Run(Options));

        Assert.Contains("warning " + code, run.Problems, StringComparison.Ordinal);
        Assert.Contains("was not evaluated", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_not_https_is_not_asked()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        run.GitHub.Artifacts.Add(new FakeArtifact(1, "reports", []));
        run.GitHub.Storage = new Uri("http://storage.example/");

        await run.Run(Options);

        Assert.Contains("MLG6028", run.Problems, StringComparison.Ordinal);
        Assert.DoesNotContain(run.GitHub.Calls, call => call.Host == "storage.example");
    }

    [Fact]
    public async Task What_is_too_large_is_not_downloaded()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        run.GitHub.Artifacts.Add(new FakeArtifact(1, "reports", []) { Size = (20 << 20) + 1 });

        Assert.Equal(ExitCode.Unsafe, await run.Run(Options));

        Assert.Contains("error MLG6002: ", run.Problems, StringComparison.Ordinal);
        Assert.DoesNotContain(run.GitHub.Calls, call => call.Path.EndsWith("zip", StringComparison.Ordinal));
        Assert.Contains("was not evaluated", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_larger_than_the_server_says_is_not_read_to_its_end()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        run.GitHub.Artifacts.Add(new FakeArtifact(1, "reports", new byte[21 << 20]) { Size = 100 });

        Assert.Equal(ExitCode.Unsafe, await run.Run(Options));

        Assert.Contains("error MLG6002: ", run.Problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task What_is_no_whole_archive_is_told(int bytes)
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        run.Report(path: "report.json");
        run.Keep(run.Keep("report.json").Bytes[..bytes]);

        Assert.Equal(ExitCode.Usage, await run.Run(Options));

        Assert.Contains("not a complete zip archive", run.Problems, StringComparison.Ordinal);
        Assert.Contains("was not evaluated", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_one_report_does_not_silence_the_others()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        run.Report(path: "churn/report.json");
        var archive = Of(
            ("bomb/report.json", new string('0', 50 << 20), 0x81A4),
            ("broken/report.json", "{", 0),
            ("churn/report.json", await File.ReadAllTextAsync(run["churn/report.json"], TestContext.Current.CancellationToken), 0x81A4),
            ("link/report.json", "/proc/self/environ", 0xA1FF),
            ("link", "/proc/self", 0xA1FF),
            ("pipe/report.json", "", 0x11A4),
            ("../../escape/report.txt", "x", 0x81A4)
        );
        run.Keep(archive);

        Assert.Equal(ExitCode.Unsafe, await run.Run(Options with { Gates = ["churn", "bomb", "broken"] }));

        Assert.Equal(3, run.Problems.Split("error MLG3002: ").Length - 1);
        Assert.Equal(1, run.Problems.Split("error MLG6002: ").Length - 1);
        Assert.Equal(["❌", "💥", "💥"], run.GitHub.Comments.Select(comment => comment.Body.Split('\n')[1].Split(' ')[1]));
    }

    [Fact]
    public async Task A_report_that_cannot_be_unpacked_does_not_silence_the_others()
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        run.Report(path: "churn/report.json");
        var archive = Of(
            ("a/report.json", new string('a', 5_000), 0),
            ("churn/report.json", await File.ReadAllTextAsync(run["churn/report.json"], TestContext.Current.CancellationToken), 0)
        );
        archive.AsSpan(30 + "a/report.json".Length, 8).Fill(0xFF);
        run.Keep(archive);

        Assert.Equal(ExitCode.Usage, await run.Run(Options));

        Assert.Contains("cannot be unpacked", run.Problems, StringComparison.Ordinal);
        Assert.Contains("Model `m` failed: recall went 0.81 → 0.77", Assert.Single(run.GitHub.Comments).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_001, "x", "more than 10000 entries")]
    [InlineData(52, "/report.json", "more than 50 reports")]
    public async Task More_than_a_run_has_is_refused(int count, string name, string found)
    {
        using var run = PublishedRun.OnGitHub("workflow_run");
        var report = await File.ReadAllTextAsync(run.Report(), TestContext.Current.CancellationToken);
        run.Keep(Of([.. Enumerable.Range(0, count).Select(i => ($"{i}{name}", name == "x" ? "" : report, 0))]));

        Assert.Equal(ExitCode.Unsafe, await run.Run(Options with { Comment = false }));

        Assert.Contains(found, run.Problems, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pull_request")]
    [InlineData("push")]
    public async Task Only_the_second_step_has_another_run_to_take_it_from(string name)
    {
        using var run = PublishedRun.OnGitHub(name);

        await run.Run(Options with { Comment = false });

        Assert.Contains("MLG6029", run.Problems, StringComparison.Ordinal);
        Assert.Empty(run.GitHub.Calls);
    }

    private static byte[] Of(params (string Name, string Text, int Mode)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text, mode) in entries)
            {
                var entry = archive.CreateEntry(name);
                if (mode != 0)
                {
                    entry.ExternalAttributes = mode << 16;
                }

                using var writer = new StreamWriter(entry.Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
