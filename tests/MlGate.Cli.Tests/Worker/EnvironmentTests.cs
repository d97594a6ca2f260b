using System.Diagnostics;
using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

/// <summary>Programs, folders and file systems that are not as one would like: exit 7, or no difference at all.</summary>
public sealed class EnvironmentTests
{
    [Fact]
    public void Without_the_git_program_versions_and_the_baseline_are_still_found()
    {
        using var repository = new GateRepository();
        using var nothing = new TempFolder();
        repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.1));
        repository.Must("lock");

        var answer = repository.Check(new() { ["PATH"] = nothing.Path });

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic.Code == "MLG4102");
    }

    [Fact]
    public void Without_the_git_program_a_sha256_repository_says_what_is_missing()
    {
        using var repository = new GateRepository(format: "sha256");
        using var nothing = new TempFolder();

        var answer = repository.Check(new() { ["PATH"] = nothing.Path });

        Assert.True(answer.Exit == 7, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic =>
            diagnostic.Code == "MLG1033" && diagnostic.Message.Contains("install git", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(answer.Diagnostics!, diagnostic => diagnostic.Code == "MLG9001");
    }

    [Fact]
    public void A_repository_of_somebody_else_is_explained()
    {
        using var repository = new GateRepository(format: "sha256");

        // What git's own tests set to have it behave as if another user owned the folder.
        var answer = repository.Check(new() { ["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1" });

        Assert.True(answer.Exit == 7, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic =>
            diagnostic.Code == "MLG1033" && diagnostic.Message.Contains("safe.directory", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_source_tree_that_cannot_be_written_to_is_checked_with_the_cache_elsewhere()
    {
        using var repository = new GateRepository();
        using var cache = new TempFolder();
        var expected = repository.Check().Digest;

        // A file in place of the folder refuses writing to everybody, the administrator too.
        Directory.Delete(repository[".mlgate/cache"], recursive: true);
        File.WriteAllText(repository[".mlgate/cache"], "");

        var answer = repository.Check(more: "--cache=" + cache.Path);

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(cache.Path));
        Assert.Equal(expected, answer.Digest);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_to_is_done_without()
    {
        using var repository = new GateRepository();
        var expected = repository.Check().Digest;
        Directory.Delete(repository[".mlgate/cache"], recursive: true);
        File.WriteAllText(repository[".mlgate/cache"], "");

        var answer = repository.Check();

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Equal(expected, answer.Digest);
    }

    [Fact]
    public void A_lock_that_cannot_be_written_is_an_environment_error_and_leaves_the_others()
    {
        using var repository = new GateRepository();
        repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.7));
        var before = File.ReadAllText(repository[".mlgate/lock/datasets/test.json"]);
        File.Delete(repository[".mlgate/lock/models/m.json"]);
        Directory.Delete(repository[".mlgate/lock/models"]);
        File.WriteAllText(repository[".mlgate/lock/models"], "in the way");

        var answer = repository.Run("lock");

        Assert.True(answer.Exit == 7, answer.ToString());
        Assert.Contains("MLG7002", answer.Errors, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(repository[".mlgate/lock/datasets/test.json"]));
        Assert.Equal("in the way", File.ReadAllText(repository[".mlgate/lock/models"]));
    }

    [Fact]
    public async Task Locks_written_at_once_lose_nothing()
    {
        using var repository = new GateRepository();
        repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.7));
        repository.Write("data/train.csv", GateRepository.Rows("t", 300, 4));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => repository.Run("lock"))));

        Assert.All(answers, answer =>
            Assert.True(
                answer.Exit == 0 || (answer.Exit == 7 && answer.Errors.Contains("MLG7003", StringComparison.Ordinal)),
                answer.ToString()
            )
        );
        Assert.Contains(answers, answer => answer.Exit == 0);
        Assert.DoesNotContain(Directory.EnumerateFiles(repository[".mlgate/lock"], "*", SearchOption.AllDirectories), file =>
            !file.EndsWith(".json", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(repository.Check().Diagnostics!, diagnostic =>
            diagnostic.Code.StartsWith("MLG10", StringComparison.Ordinal) && diagnostic.Severity != "message"
        );
    }

    [Fact]
    public void A_killed_lock_leaves_old_or_new_bytes_and_the_next_one_works()
    {
        using var repository = new GateRepository();
        var path = repository[".mlgate/lock/models/m.json"];
        var before = File.ReadAllText(path);
        repository.Write("models/m.csv", GateRepository.Scores(600, 2, 0.7));
        string[] seen = [];
        foreach (var delay in new[] { 200, 350, 450, 550 })
        {
            using var process = Process.Start(
                new ProcessStartInfo(GateRepository.DotnetHost, ["exec", GateRepository.Worker, "lock"])
                {
                    WorkingDirectory = repository.Path,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            _ = process.WaitForExit(delay);
            process.Kill();
            process.WaitForExit();
            seen = [.. seen, File.ReadAllText(path)];
        }

        repository.Must("lock");

        var after = File.ReadAllText(path);
        Assert.NotEqual(before, after);
        Assert.All(seen, text => Assert.True(text == before || text == after, text));
        Assert.DoesNotContain(Directory.EnumerateFiles(repository[".mlgate/lock"], "*", SearchOption.AllDirectories), file =>
            !file.EndsWith(".json", StringComparison.Ordinal)
        );
    }
}
