using System.Globalization;
using System.Text.Json;

namespace MlGate.Cli.Tests.Worker;

/// <summary>Accepting a result, and what becomes of it.</summary>
public sealed class AcceptTests
{
    private const string Drop = "models.m.metrics.auc.max-drop";
    private static readonly Dictionary<string, string?> PullRequest = new() { ["GITHUB_BASE_REF"] = "main", ["CI"] = "true" };
    private static readonly string[] Both = [Drop, "models.m.metrics.auc.min", "models.m.metrics.recall.max-drop"];

    private static string In(int days) => DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static WorkerAnswer Accept(string folder, string check, string? until = null, params string[] more) =>
        GateRepository.RunIn(
            folder,
            null,
            ["accept", check, "--reason=the labels were wrong", "--until=" + (until ?? In(30)), "--owner=Jane", .. more]
        );

    /// <summary>A branch whose model is worse than that of main.</summary>
    private static GateRepository Worse() => GateRepository.After("a worse model", repository =>
        {
            repository.Git("checkout", "--quiet", "-b", "change");
            repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.1));
            repository.Must("lock");
            repository.Commit("worse");
        });

    private static void AcceptAll(GateRepository repository)
    {
        foreach (var check in Both)
        {
            var answer = Accept(repository.Path, check);
            Assert.True(answer.Exit == 0, answer.ToString());
        }
    }

    private static string File(GateRepository repository, string check = Drop) =>
        Assert.Single(Directory.GetFiles(repository[".mlgate/waivers"], check + ".*.json"));

    [Fact]
    public void An_accepted_result_passes_and_says_so_until_its_last_day()
    {
        using var repository = Worse();
        Assert.Equal(1, repository.Check().Exit);

        AcceptAll(repository);
        repository.Commit("accepted");
        var answer = repository.Check(PullRequest);

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Contains("passed with 3 waivers", answer.Text, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(answer.Report!);
        Assert.Equal(In(31) + "T00:00:00Z", report.RootElement.GetProperty("validUntil").GetString());
        Assert.Equal(
            ["Jane", "Jane", "Jane"],
            report.RootElement.GetProperty("waivers").EnumerateArray().Select(waiver => waiver.GetProperty("owner").GetString())
        );
        Assert.Contains("glob\t.mlgate/waivers/*.json", answer.Inputs, StringComparison.Ordinal);
    }

    [Fact]
    public void It_holds_when_it_is_merged_and_ends_with_the_next_version()
    {
        using var repository = Worse();
        AcceptAll(repository);
        repository.Commit("accepted");
        repository.Git("checkout", "--quiet", "main");
        repository.Git("merge", "--quiet", "--no-ff", "change");
        Assert.Equal(0, repository.Check().Exit);

        repository.Git("checkout", "--quiet", "-b", "unrelated");
        repository.Write("README.md", "words");
        repository.Commit("words");
        var unrelated = repository.Check(PullRequest);
        repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.05));
        repository.Must("lock");
        repository.Commit("worse again");
        var next = repository.Check(PullRequest);

        Assert.True(unrelated.Exit == 0, unrelated.ToString());
        Assert.True(next.Exit == 1, next.ToString());
        Assert.Contains(next.Diagnostics!, diagnostic => diagnostic is { Code: "MLG0042", Severity: "warning" });
    }

    [Fact]
    public void A_gate_that_trusts_the_target_alone_takes_no_waiver_of_the_pull_request()
    {
        using var repository = new GateRepository();
        repository.Replace("mlgate.yml", "name: small", "name: small\nwaivers: base-only");
        repository.Commit("base only");
        repository.Git("checkout", "--quiet", "-b", "change");
        repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.1));
        repository.Must("lock");
        AcceptAll(repository);
        repository.Replace("mlgate.yml", "waivers: base-only", "waivers: head");
        repository.Commit("worse, accepted by myself");
        var alone = repository.Check(PullRequest);

        repository.Git("checkout", "--quiet", "main");
        repository.Git("checkout", "--quiet", "change", "--", ".mlgate/waivers");
        repository.Commit("accepted by those who may");
        repository.Git("checkout", "--quiet", "change");
        repository.Git("merge", "--quiet", "--no-edit", "main");
        var merged = repository.Check(PullRequest);

        Assert.True(alone.Exit == 1, alone.ToString());
        Assert.True(merged.Exit == 0, merged.ToString());
    }

    [Fact]
    public void What_a_build_server_measured_can_be_accepted()
    {
        using var repository = Worse();
        repository.Write("out/report.json", repository.Check(PullRequest).Report!);

        Assert.Equal(0, Accept(repository.Path, Drop, null, "--report=out/report.json").Exit);

        Assert.DoesNotContain(repository.Check(PullRequest).Diagnostics!, diagnostic =>
            diagnostic.Message.Contains("auc", StringComparison.Ordinal) && diagnostic.Code == "MLG4102"
        );
    }

    [Fact]
    public void A_waiver_with_a_later_end_typed_in_fails()
    {
        using var repository = Worse();
        AcceptAll(repository);
        var file = File(repository);
        System.IO.File.WriteAllText(file, System.IO.File.ReadAllText(file).Replace(In(30), In(90), StringComparison.Ordinal));

        var answer = repository.Check();

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic =>
            diagnostic is { Code: "MLG0041", Severity: "error" }
            && diagnostic.File!.StartsWith(".mlgate/waivers/", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("{")]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public void A_file_that_is_no_waiver_fails(string text)
    {
        using var repository = new GateRepository();
        repository.Write(".mlgate/waivers/x.json", text);

        var answer = repository.Check();

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG0040", Severity: "error" });
    }

    [Fact]
    public void What_cannot_be_accepted_is_refused_and_nothing_is_written()
    {
        using var repository = Worse();

        var unknown = Accept(repository.Path, "models.m.metrics.auc.max-dorp");
        var passing = Accept(repository.Path, "datasets.train.rows.min");
        var past = Accept(repository.Path, Drop, "2020-01-31");
        var far = Accept(repository.Path, Drop, In(200));
        var noDay = Accept(repository.Path, Drop, "31.12.2026");

        Assert.All([unknown, passing, past, far, noDay], answer => Assert.True(answer.Exit == 3, answer.ToString()));
        Assert.Contains("MLG0045", unknown.Errors, StringComparison.Ordinal);
        Assert.Contains($"Did you mean '{Drop}'?", unknown.Errors, StringComparison.Ordinal);
        Assert.Contains("the check passes", passing.Errors, StringComparison.Ordinal);
        Assert.Contains("MLG0020", past.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(repository[".mlgate/waivers"]));
    }

    [Fact]
    public void All_failing_checks_are_accepted_at_once()
    {
        using var repository = Worse();

        var accepted = GateRepository.RunIn(
            repository.Path,
            null,
            "accept",
            "--failing",
            "--reason=new price list",
            "--until=" + In(30),
            "--owner=Jane"
        );
        repository.Commit("accepted");
        var nothing = GateRepository.RunIn(
            repository.Path,
            null,
            "accept",
            "--failing",
            "--reason=again",
            "--until=" + In(30),
            "--owner=Jane"
        );

        Assert.True(accepted.Exit == 0, accepted.ToString());
        Assert.Equal(0, repository.Check(PullRequest).Exit);
        Assert.Equal(
            Both.Order(),
            Directory
                .GetFiles(repository[".mlgate/waivers"])
                .Select(file => Both.Single(id => Path.GetFileName(file).StartsWith(id + ".", StringComparison.Ordinal)))
                .Order()
        );
        Assert.True(nothing.Exit == 3, nothing.ToString());
    }

    [Fact]
    public void The_printed_command_accepts_what_failed()
    {
        using var repository = Worse();
        var text = repository.Check(PullRequest).Text.ReplaceLineEndings(" ");

        var printed = System.Text.RegularExpressions.Regex.Match(
            text,
            @"mlgate\s+accept\s+--failing\s+--reason\s+""why""\s+--until\s+(\S+)"
        );
        string[] command = ["accept", "--failing", "--reason", "why", "--until", printed.Groups[1].Value, "--owner=Jane"];
        var accepted = GateRepository.RunIn(repository.Path, PullRequest, command);

        Assert.True(printed.Success, text);
        Assert.True(accepted.Exit == 0, accepted.ToString());
        repository.Commit("accepted");
        Assert.Equal(0, repository.Check(PullRequest).Exit);
    }

    [Fact]
    public void Wrong_bytes_cannot_be_accepted()
    {
        using var repository = Worse();
        AcceptAll(repository);
        repository.Replace("data/test.csv", "e7,", "e8,");

        Assert.Equal(4, repository.Check().Exit);
        Assert.Equal(3, Accept(repository.Path, "models.m").Exit);
    }

    [Fact]
    public void The_words_of_a_waiver_steer_nothing()
    {
        using var repository = Worse();
        var hostile = "::error::x ##vso[task.complete] @team <img src=x> | [a](http://b)";
        Assert.Equal(
            0,
            GateRepository
                .RunIn(repository.Path, null, "accept", Drop, "--reason=" + hostile, "--until=" + In(5), "--owner=" + hostile)
                .Exit
        );

        var text = repository.Check().Text;
        var comment = repository.Run("check", "--no-progress", "--format=comment").Text;

        Assert.Contains("img src", text, StringComparison.Ordinal);
        Assert.DoesNotContain("::", text, StringComparison.Ordinal);
        Assert.DoesNotContain("##", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", comment, StringComparison.Ordinal);
        Assert.DoesNotContain("@team", comment, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "](http",
            comment.Replace("](https://github.com/mlgate/", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }
}
