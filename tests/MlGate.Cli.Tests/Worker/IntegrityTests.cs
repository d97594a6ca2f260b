using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Runs;

namespace MlGate.Cli.Tests.Worker;

/// <summary>
/// Bytes that neither the lock nor the commit has: exit 4, and nothing that rests on them is evaluated. Of a test set everywhere, of others
/// on continuous integration.
/// </summary>
public sealed class IntegrityTests
{
    private static readonly Dictionary<string, string?> BuildServer = new() { ["CI"] = "true" };

    private static void AssertIntegrity(WorkerAnswer answer, string code, int times = 1)
    {
        Assert.True(answer.Exit == 4, answer.ToString());
        Assert.Equal(times, answer.Diagnostics!.Count(diagnostic => diagnostic.Code == code && diagnostic.Severity == "error"));
    }

    private static void AssertNotJudged(WorkerAnswer answer) => Assert.DoesNotContain("\"MLG41", answer.Report!, StringComparison.Ordinal);

    [Fact]
    public void Locked_bytes_pass()
    {
        using var repository = new GateRepository();

        var answer = repository.Check();

        Assert.True(answer.Exit == 0, answer.ToString());
    }

    [Fact]
    public void A_flipped_byte_is_found_and_both_digests_are_named()
    {
        using var repository = new GateRepository();
        repository.Replace("data/test.csv", "e7,", "e8,");

        var answer = repository.Check();

        AssertIntegrity(answer, "MLG1001");
        AssertNotJudged(answer);
        Assert.Contains(
            "data/test.csv",
            answer.Diagnostics!.First(diagnostic => diagnostic.Code == "MLG1001").Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Another_length_is_found_whatever_the_time_stamp_says(bool longer)
    {
        using var repository = new GateRepository();
        var path = repository["models/m.csv"];
        var time = File.GetLastWriteTimeUtc(path);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, longer ? text + "e9999,0.5\n" : text[..^10]);
        File.SetLastWriteTimeUtc(path, time);
        File.SetAttributes(path, FileAttributes.ReadOnly);

        var answer = repository.Check(BuildServer);

        AssertIntegrity(answer, "MLG1001");
        AssertNotJudged(answer);
    }

    [Fact]
    public void Two_files_that_were_swapped_are_both_found()
    {
        using var repository = new GateRepository();
        var (train, test) = (File.ReadAllText(repository["data/train.csv"]), File.ReadAllText(repository["data/test.csv"]));
        repository.Write("data/train.csv", test);
        repository.Write("data/test.csv", train);

        AssertIntegrity(repository.Check(BuildServer), "MLG1001", times: 2);
    }

    [Fact]
    public void A_file_that_a_locked_folder_does_not_list_is_found()
    {
        using var repository = new GateRepository();
        repository.Write("data/parts/a.csv", GateRepository.Rows("p", 200, 5));
        repository.Replace("mlgate.yml", "path: data/train.csv", "path: data/parts");
        repository.Must("lock");
        repository.Commit("parts");
        repository.Write("data/parts/b.csv", GateRepository.Rows("q", 200, 6));

        var answer = repository.Check(BuildServer);

        AssertIntegrity(answer, "MLG1002");
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic.Message.Contains("data/parts/b.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pointer_without_its_object_names_the_command_that_fetches_it()
    {
        using var repository = new GateRepository();
        repository.Write(
            "data/test.csv",
            "version https://git-lfs.github.com/spec/v1\noid sha256:" + new string('a', 64) + "\nsize 12345\n"
        );

        var answer = repository.Check();

        AssertIntegrity(answer, "MLG1003");
        Assert.Contains(
            "git lfs pull",
            answer.Diagnostics!.First(diagnostic => diagnostic.Code == "MLG1003").Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Converted_line_endings_are_called_by_their_name()
    {
        using var repository = new GateRepository();
        repository.Write("data/test.csv", File.ReadAllText(repository["data/test.csv"]).ReplaceLineEndings("\r\n"));

        var answer = repository.Check(BuildServer);

        Assert.True(answer.Exit == 0, answer.ToString());
        var diagnostic = Assert.Single(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG1004", Severity: "warning" });
        Assert.Contains(".gitattributes", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clone_that_converts_line_endings_passes_and_its_lock_holds_on_other_checkouts()
    {
        using var repository = new GateRepository();
        using var folder = new Testing.TempFolder();
        GateRepository.GitIn(folder.Path, "clone", "--quiet", "-c", "core.autocrlf=true", "file://" + repository.Path, "work");
        Assert.Contains("\r\n", File.ReadAllText(folder["work/data/test.csv"]), StringComparison.Ordinal);

        var converted = repository.Check(BuildServer, folder["work"]);

        Assert.True(converted.Exit == 0, converted.ToString());
        Assert.Contains(converted.Diagnostics!, diagnostic => diagnostic is { Code: "MLG1004", Severity: "warning" });

        Assert.Equal(0, GateRepository.RunIn(folder["work"], null, "lock").Exit);
        foreach (var file in new[] { "datasets/train.json", "datasets/test.json", "models/m.json" })
        {
            File.Copy(folder["work/.mlgate/lock/" + file], repository[".mlgate/lock/" + file], overwrite: true);
        }

        repository.Commit("locked where line endings are converted");
        var plain = repository.Check(BuildServer);

        Assert.True(plain.Exit == 0, plain.ToString());
        Assert.Contains(plain.Diagnostics!, diagnostic =>
            diagnostic.Code == "MLG1004" && diagnostic.Message.Contains("run 'mlgate lock'", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("{ \"schema\": 1,", "MLG1005")]
    [InlineData("garbage", "MLG1005")]
    [InlineData("\uFEFF{}", "MLG1005")]
    [InlineData("<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n", "MLG1005")]
    [InlineData("{ \"schema\": 99 }", "MLG1010")]
    [InlineData("{ \"schema\": 0 }", "MLG1005")]
    public void A_lock_that_cannot_be_read_is_an_error_with_its_place(string text, string code)
    {
        using var repository = new GateRepository();
        repository.Write(".mlgate/lock/datasets/train.json", text);

        var answer = repository.Check();

        AssertIntegrity(answer, code);
        var diagnostic = answer.Diagnostics!.First(one => one.Code == code);
        Assert.Equal(".mlgate/lock/datasets/train.json", diagnostic.File);
        Assert.True(code != "MLG1005" || diagnostic.Line > 0, answer.ToString());
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(text), File.ReadAllBytes(repository[".mlgate/lock/datasets/train.json"]));
    }

    [Fact]
    public void Two_locks_of_one_path_are_ambiguous()
    {
        using var repository = new GateRepository();
        var text = File.ReadAllText(repository[".mlgate/lock/datasets/train.json"]);
        repository.Write(".mlgate/lock/datasets/test.json", text.Replace("\"train\"", "\"test\"", StringComparison.Ordinal));

        AssertIntegrity(repository.Check(), "MLG1006", times: 2);
    }

    [Theory]
    [InlineData("datasets.train", "profile")]
    [InlineData("datasets.test", "profile")]
    [InlineData("models.m", "score")]
    [InlineData("models.m", "judge")]
    public async Task A_file_that_is_replaced_after_it_was_hashed_takes_the_verdict_away(string subject, string step)
    {
        using var repository = new GateRepository();
        var path = repository[
            subject switch
            {
                "datasets.train" => "data/train.csv",
                "datasets.test" => "data/test.csv",
                _ => "models/m.csv",
            }
        ];
        using var workplace = new GateServices(repository["mlgate.yml"], null, new HostEnvironment(ContinuousIntegration: false));
        var options = new RunOptions { Tool = "1.0", GateFile = "mlgate.yml" };

        // Other bytes of the same length and time, at the moment when the hashes are known and the step begins.
        var report = await new GateRun(workplace.Ports, options, new At(subject, step, () =>
            {
                var (content, time) = (File.ReadAllBytes(path), File.GetLastWriteTimeUtc(path));
                content[^2] ^= 1;
                File.WriteAllBytes(path + ".new", content);
                File.SetLastWriteTimeUtc(path + ".new", time);
                File.Move(path + ".new", path, overwrite: true);
            })).RunAsync(workplace.ReadGate().Value!, default);

        Assert.Equal(ExitCode.Integrity, report.Verdict.ExitCode);
        Assert.Contains(report.Findings, finding => finding.Code == Diagnostics.ChangedWhileRead.Code && finding.Id.IsIn(subject));
    }

    private sealed class At(string subject, string step, Action act) : IRunProgress
    {
        public IDisposable Step(string ofSubject, string begun)
        {
            if ((ofSubject, begun) == (subject, step))
            {
                act();
            }

            return new MemoryStream();
        }
    }

    [Fact]
    public void A_missing_lock_warns()
    {
        using var repository = new GateRepository();
        File.Delete(repository[".mlgate/lock/datasets/train.json"]);

        var answer = repository.Check();

        Assert.True(answer.Exit == 0, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG1008", Severity: "warning" });
    }
}
