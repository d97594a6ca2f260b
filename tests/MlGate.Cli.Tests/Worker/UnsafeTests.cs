using System.Diagnostics;

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
