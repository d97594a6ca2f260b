using MlGate.Findings;
using MlGate.Git.Notes;
using MlGate.Git.Repositories;
using MlGate.Runs;
using MlGate.Testing;

namespace MlGate.Git.Tests;

public sealed class NotedRunsTests
{
    private const string Zeros = "0000000000000000000000000000000000000000";

    private static readonly Func<RecordedRun, bool> Any = _ => true;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Runs_come_back_as_they_were_the_oldest_first()
    {
        using var repository = new TestRepository();
        var runs = Enumerable
            .Range(0, 3)
            .Select(day => new RecordedRun(repository.Commit("c" + day), Run(day, 0.8 + (day / 100.0))))
            .ToList();
        var history = new GitNotesRunHistory(repository.Settings());

        foreach (var run in runs)
        {
            Assert.Empty(await history.RecordAsync(run, default));
        }

        Assert.Equal(runs.Select(Shown), (await Read(history)).Select(Shown));
        Assert.Equal(runs.Skip(1).Select(Shown), (await history.ReadAsync("churn", 2, Any, default)).Value!.Select(Shown));
        Assert.Empty((await history.ReadAsync("other", 9, Any, default)).Value!);
    }

    [Fact]
    public async Task As_many_runs_are_read_as_count_however_many_stand_between_them()
    {
        using var repository = new TestRepository();
        var history = new GitNotesRunHistory(repository.Settings());
        for (var day = 0; day < 6; day++)
        {
            Assert.Empty(
                await history.RecordAsync(
                    new(repository.Commit("c" + day), Run(day, 0.8) with { Verdict = day is 1 or 2 ? Outcome.Passed : Outcome.Failed }),
                    default
                )
            );
        }

        var read = (await history.ReadAsync("churn", 2, run => run.Run.Verdict == Outcome.Passed, default)).Value!;

        Assert.Equal([Start.AddDays(1), Start.AddDays(2)], read.Select(run => run.Run.At));
    }

    [Fact]
    public async Task A_run_is_kept_once_and_of_several_the_latest_is_read()
    {
        using var repository = new TestRepository();
        var commit = repository.Commit();
        var history = new GitNotesRunHistory(repository.Settings());

        Assert.Empty(await history.RecordAsync(new(commit, Run(2, 0.9)), default));
        var first = repository.Run("rev-parse", GitNotesRunHistory.Ref);
        Assert.Empty(await history.RecordAsync(new(commit, Run(2, 0.9)), default));
        Assert.Equal(first, repository.Run("rev-parse", GitNotesRunHistory.Ref));
        Assert.Empty(await history.RecordAsync(new(commit, Run(1, 0.7)), default));
        Assert.Empty(await history.RecordAsync(new(commit, Run(3, 0.6) with { Gate = "other" }), default));

        Assert.Equal(0.9, Assert.Single(await Read(history)).Run.Models[0].Metrics[0].Value);
        var lines = repository.Run("notes", "--ref", GitNotesRunHistory.Ref, "show", commit).Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
    }

    [Fact]
    public async Task Only_the_first_parents_count()
    {
        using var repository = new TestRepository();
        var root = repository.Commit("root");
        repository.Run("checkout", "-q", "-b", "side");
        var side = repository.Commit("side");
        repository.Run("checkout", "-q", "main");
        repository.Commit("main");
        repository.Run("merge", "-q", "--no-edit", "side");
        var history = new GitNotesRunHistory(repository.Settings());
        Assert.Empty(await history.RecordAsync(new(root, Run(1, 0.8)), default));
        Assert.Empty(await history.RecordAsync(new(side, Run(2, 0.8)), default));

        Assert.Equal(root, Assert.Single(await Read(history)).Commit);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData($$"""{"v":2,"gate":"churn","at":"2026-03-01T12:00:00+00:00","verdict":"Passed","report":"{{Zeros}}","models":[]}""")]
    [InlineData("""{"v":1,"gate":"churn","at":"2026-03-01T12:00:00+00:00","verdict":"Passed","report":"../x","models":[]}""")]
    [InlineData($$"""{"v":1,"gate":"churn","at":"2026-03-01T12:00:00+00:00","verdict":"Splendid","report":"{{Zeros}}","models":[]}""")]
    [InlineData($$"""{"v":1,"gate":"churn","at":"soon","verdict":"Passed","report":"{{Zeros}}","models":[]}""")]
    [InlineData($$"""{"v":1,"gate":"churn","at":"2026-03-01T12:00:00+00:00","verdict":"Passed","report":"{{Zeros}}","models":null}""")]
    [InlineData($$"""{"v":1,"gate":"churn","at":"2026-03-01T12:00:00+00:00","verdict":"Passed","report":"{{Zeros}}","models":[null]}""")]
    [InlineData(
        $$"""{"v":1,"gate":"churn","at":"2026-03-01T12:00:00+00:00","verdict":"Passed","report":"{{Zeros}}","models":["""
            + $$"""{"name":"m","version":"{{Zeros}}","metrics":[{"measure":"auc","value":1e999}]}]}"""
    )]
    public async Task What_is_no_run_is_passed_over_and_kept(string line)
    {
        using var repository = new TestRepository();
        var commit = repository.Commit();
        repository.Run("notes", "--ref", GitNotesRunHistory.Ref, "add", "-m", line, commit);
        var history = new GitNotesRunHistory(repository.Settings());
        Assert.Empty(await Read(history));

        Assert.Empty(await history.RecordAsync(new(commit, Run(1, 0.8)), default));

        Assert.Single(await Read(history));
        Assert.Contains(line, repository.Run("notes", "--ref", GitNotesRunHistory.Ref, "show", commit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_that_is_not_there_is_said()
    {
        using var repository = new TestRepository();
        repository.Commit();

        var problem = Assert.Single(
            await new GitNotesRunHistory(repository.Settings()).RecordAsync(new(new string('1', 40), Run(1, 0.8)), default)
        );

        Assert.Equal(Diagnostics.HistoryNotWritten.Code, problem.Code);
    }

    [Fact]
    public async Task Nothing_is_read_where_nothing_is_kept()
    {
        using var repository = new TestRepository();
        Assert.Empty(await Read(new GitNotesRunHistory(repository.Settings())));
        repository.Commit();
        Assert.Empty(await Read(new GitNotesRunHistory(repository.Settings())));

        using var folder = new TempFolder();
        var outside = await new GitNotesRunHistory(new GitSettings { GateFolder = folder.Path, GitProgram = TestRepository.Git }).ReadAsync(
            "churn",
            1,
            Any,
            default
        );
        Assert.Equal(Diagnostics.GitNotUsable.Code, Assert.Single(outside.Problems).Code);
    }

    [Fact]
    public async Task Two_clones_share_what_both_recorded_at_the_same_time_on_the_same_commit()
    {
        // Arrange
        using var origin = new TestRepository();
        var commit = origin.Commit();
        using var folder = new TempFolder();
        TestRepository.RunIn(folder.Path, "clone", "-q", origin.Path, "one");
        TestRepository.RunIn(folder.Path, "clone", "-q", origin.Path, "two");
        var (one, two) = (Clone(folder["one"]), Clone(folder["two"]));
        Assert.Empty(await one.RecordAsync(new(commit, Run(1, 0.7)), default));
        Assert.Empty(await two.RecordAsync(new(commit, Run(2, 0.8)), default));

        // Act
        Assert.Empty(await one.ShareAsync("origin", default));
        Assert.Empty(await two.ShareAsync("origin", default));
        Assert.Empty(await one.FetchAsync("origin", default));

        // Assert
        var lines = TestRepository.RunIn(folder["one"], "notes", "--ref", GitNotesRunHistory.Ref, "show", commit).Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Equal(lines, TestRepository.RunIn(folder["two"], "notes", "--ref", GitNotesRunHistory.Ref, "show", commit).Split('\n'));
        Assert.Equal(lines, origin.Run("notes", "--ref", GitNotesRunHistory.Ref, "show", commit).Split('\n'));
    }

    [Fact]
    public async Task A_shallow_clone_goes_back_to_what_was_recorded_and_no_further()
    {
        using var origin = new TestRepository();
        origin.Run("config", "uploadpack.allowFilter", "true");
        var first = origin.Commit("first");
        for (var n = 0; n < 250; n++)
        {
            origin.Run("commit", "-q", "--allow-empty", "-m", "c");
        }

        var second = origin.Commit("second");
        for (var n = 0; n < 5; n++)
        {
            origin.Run("commit", "-q", "--allow-empty", "-m", "c");
        }

        var history = new GitNotesRunHistory(origin.Settings());
        Assert.Empty(await history.RecordAsync(new(second, Run(2, 0.8)), default));
        using var folder = new TempFolder();
        TestRepository.RunIn(folder.Path, "clone", "-q", "--depth=1", "file://" + origin.Path, "one");
        var one = Clone(folder["one"]);

        // Act
        Assert.Empty(await one.FetchAsync("origin", default));

        // Assert
        Assert.Equal(second, Assert.Single(await Read(one)).Commit);
        var depth = TestRepository.RunIn(folder["one"], "rev-list", "--count", "HEAD");
        Assert.Empty(await one.FetchAsync("origin", default));
        Assert.Equal("201", depth);
        Assert.Equal(depth, TestRepository.RunIn(folder["one"], "rev-list", "--count", "HEAD"));

        Assert.Empty(await history.RecordAsync(new(first, Run(1, 0.7)), default));
        Assert.Empty(await one.FetchAsync("origin", default));
        Assert.Equal([first, second], (await Read(one)).Select(run => run.Commit));
    }

    [Fact]
    public async Task Who_loses_the_race_to_push_merges_and_pushes_again()
    {
        // Arrange: the first push finds that somebody was faster; a hook of the remote pushes for them, once.
        using var origin = new TestRepository();
        var commit = origin.Commit();
        using var folder = new TempFolder();
        TestRepository.RunIn(folder.Path, "clone", "-q", origin.Path, "one");
        var other = RunLine.From(Run(2, 0.8));
        var hook = origin.Write(
            ".git/hooks/update",
            $$"""
            #!/bin/sh
            [ -e pushed ] && exit 0
            touch pushed
            unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
            git -c user.name=T -c user.email=t@example.com notes --ref {{GitNotesRunHistory.Ref}} add -m '{{other}}' {{commit}}
            echo rejected by a race >&2
            exit 1
            """
        );
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("the race is made by a shell script");
        }
        else
        {
            File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }

        var one = Clone(folder["one"]);
        Assert.Empty(await one.RecordAsync(new(commit, Run(1, 0.7)), default));

        // Act
        var problems = await one.ShareAsync("origin", default);

        // Assert
        Assert.Empty(problems);
        Assert.Equal(2, origin.Run("notes", "--ref", GitNotesRunHistory.Ref, "show", commit).Split('\n').Length);
    }

    [Theory]
    [InlineData("elsewhere")]
    [InlineData("--upload-pack=touch pwned")]
    public async Task A_remote_that_is_none_is_refused(string remote)
    {
        using var repository = new TestRepository();
        repository.Commit();

        var problem = Assert.Single(await new GitNotesRunHistory(repository.Settings()).ShareAsync(remote, default));

        Assert.Equal(Diagnostics.HistoryNotShared.Code, problem.Code);
        Assert.False(File.Exists(repository["pwned"]));
    }

    [Fact]
    public async Task A_remote_that_is_gone_is_said_and_nothing_is_lost()
    {
        using var repository = new TestRepository();
        var commit = repository.Commit();
        repository.Run("remote", "add", "origin", repository["gone"]);
        var history = new GitNotesRunHistory(repository.Settings());
        Assert.Empty(await history.RecordAsync(new(commit, Run(1, 0.8)), default));

        Assert.Equal(Diagnostics.HistoryNotShared.Code, Assert.Single(await history.ShareAsync("origin", default)).Code);
        Assert.Equal(Diagnostics.HistoryNotShared.Code, Assert.Single(await history.FetchAsync("origin", default)).Code);
        Assert.Single(await Read(history));
    }

    private static GitNotesRunHistory Clone(string folder) => new(new GitSettings { GateFolder = folder, GitProgram = TestRepository.Git });

    private static async Task<IReadOnlyList<RecordedRun>> Read(GitNotesRunHistory history) =>
        (await history.ReadAsync("churn", 9, Any, default)).Value!;

    private static PastRun Run(int day, double auc) =>
        new(
            "churn",
            Start.AddDays(day),
            Outcome.Passed,
            new string('a', 64),
            [new PastModel("churn", new string('b', 40), new string('c', 40), [new("auc", auc, auc - 0.01, auc + 0.01), new("brier", 0.2)])]
        );

    private static string Shown(RecordedRun run) => run.Commit + RunLine.From(run.Run);
}
