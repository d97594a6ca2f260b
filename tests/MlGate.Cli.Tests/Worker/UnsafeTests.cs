using System.Diagnostics;
using MlGate.Testing;

namespace MlGate.Cli.Tests.Worker;

/// <summary>Paths and files that are refused without being opened: exit 5.</summary>
public sealed class UnsafeTests
{
    [Theory]
    [InlineData("../outside.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\\\data.csv")]
    [InlineData("\\\\\\\\server\\\\share.csv")]
    [InlineData("data/CON")]
    [InlineData("data/train.csv.")]
    [InlineData("data/train.csv:stream")]
    public void A_path_that_leads_elsewhere_is_refused(string path)
    {
        using var repository = new GateRepository();
        repository.Replace("mlgate.yml", "path: data/train.csv", $"path: \"{path}\"");

        var answer = repository.Check();

        Assert.True(answer.Exit == 5, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic is { Code: "MLG3001", Line: > 0 });
    }

    [Fact]
    public void A_link_out_of_the_repository_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var repository = new GateRepository();
        File.Delete(repository["data/train.csv"]);
        File.CreateSymbolicLink(repository["data/train.csv"], "/etc/hosts");

        var answer = repository.Check();

        Assert.True(answer.Exit == 5, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic.Code == "MLG3002");
    }

    [Fact]
    public void A_folder_that_is_a_link_and_a_file_with_two_names_are_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var repository = new GateRepository();
        using var elsewhere = new TempFolder();
        File.Move(repository["data/train.csv"], elsewhere["train.csv"]);
        File.Move(repository["data/test.csv"], elsewhere["test.csv"]);
        Directory.Delete(repository["data"]);
        Directory.CreateSymbolicLink(repository["data"], elsewhere.Path);
        using (var link = Process.Start("ln", [repository["models/m.csv"], repository["models/other.csv"]])!)
        {
            link.WaitForExit();
        }

        var answer = repository.Check();

        Assert.True(answer.Exit == 5, answer.ToString());
        Assert.Equal(3, answer.Diagnostics!.Count(diagnostic => diagnostic is { Code: "MLG3002", Severity: "error" }));
    }

    [Fact]
    public void A_lock_whose_path_leads_elsewhere_is_refused()
    {
        using var repository = new GateRepository();
        repository.Replace(".mlgate/lock/datasets/train.json", "data/train.csv", "../../etc/passwd");

        var answer = repository.Check();

        Assert.True(answer.Exit == 5, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic.Code == "MLG3001");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("msbuild")]
    [InlineData("markdown")]
    public void Text_of_the_data_starts_no_line_and_steers_no_terminal(string format)
    {
        using var repository = new GateRepository();
        repository.Replace("mlgate.yml", "    disjoint-from: [test]", "    other-columns: forbid\n    disjoint-from: [test]");
        var lines = File.ReadAllLines(repository["data/train.csv"]);
        const string Hostile = "\"::error::x\n::add-mask::y\u001b[31m\u202E##[error] a.cs(1,1): error CS0001: no <script>\"";
        repository.Write("data/train.csv", string.Concat(lines.Select((line, row) => line + "," + (row == 0 ? Hostile : "1") + "\n")));
        repository.Must("lock");

        var answer = repository.Run("check", "--no-progress", "--format", format);

        Assert.True(answer.Exit == 1, answer.ToString());
        Assert.Contains("MLG2003", answer.Text, StringComparison.Ordinal);
        Assert.All(answer.Text.Split('\n'), line =>
        {
            Assert.False(
                line.TrimStart().StartsWith("::", StringComparison.Ordinal)
                    || line.TrimStart().StartsWith("##[", StringComparison.Ordinal)
                    || line.TrimStart().StartsWith("a.cs", StringComparison.Ordinal),
                line
            );
            Assert.DoesNotContain(line, character => character is '\u001b' or '\u202E');
        });
    }

    [Fact]
    public void A_pipe_is_refused_and_never_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such pipes there.");
        using var repository = new GateRepository();
        File.Delete(repository["data/train.csv"]);
        using (var make = Process.Start("mkfifo", [repository["data/train.csv"]])!)
        {
            make.WaitForExit();
        }

        // Opening it would wait for a writer for ever; the answer is the proof.
        var answer = repository.Check();

        Assert.True(answer.Exit == 5, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic.Code == "MLG3002");
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4b, 3, 4, 9, 9, 9, 9, 9, 9, 9, 9 }, "MLG30")]
    [InlineData(new byte[] { 0x80, 4, 0x95, 1, 2, 3, 4, 5 }, "MLG3014")]
    [InlineData(new byte[] { }, "MLG30")]
    public void A_damaged_model_is_refused(byte[] bytes, string code)
    {
        using var repository = new GateRepository();
        repository.Replace("mlgate.yml", "path: models/m.csv", "path: models/m.zip");
        repository.Replace("mlgate.yml", "    key: id\n", "");
        repository.Replace("mlgate.yml", "    score: p\n", "");
        File.WriteAllBytes(repository["models/m.zip"], bytes);
        repository.Must("lock");

        var answer = repository.Check();

        Assert.True(answer.Exit == 5, answer.ToString());
        Assert.Contains(answer.Diagnostics!, diagnostic => diagnostic.Code.StartsWith(code, StringComparison.Ordinal));
    }
}
