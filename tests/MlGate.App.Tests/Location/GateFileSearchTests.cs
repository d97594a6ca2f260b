using MlGate.App.Location;
using MlGate.Findings;
using MlGate.Testing;

namespace MlGate.App.Tests.Location;

public sealed class GateFileSearchTests
{
    [Fact]
    public void Takes_the_gate_file_of_the_folder()
    {
        using var folder = new TempFolder();
        var gate = folder.Write("mlgate.yml", "");

        Assert.Equal([gate], GateFileSearch.Find(folder.Path, [], all: false).Value!);
    }

    [Fact]
    public void All_finds_every_gate_file_but_those_in_build_output()
    {
        using var folder = new TempFolder();
        var one = folder.Write("a/mlgate.yml", "");
        var two = folder.Write("b/c/mlgate.yml", "");
        folder.Write("b/bin/Debug/mlgate.yml", "");
        folder.Write("node_modules/x/mlgate.yml", "");

        Assert.Equal([one, two], GateFileSearch.Find(folder.Path, [], all: true).Value!);
    }

    [Theory]
    [InlineData("mlgate.yml", "mlgate init")]
    [InlineData("--bsaeline", "--help")]
    public void A_missing_gate_file_says_what_to_do(string name, string fix)
    {
        using var folder = new TempFolder();

        var problem = Assert.Single(GateFileSearch.Find(folder.Path, [name], all: false).Problems);

        Assert.Equal(Diagnostics.GateFileNotFound.Code, problem.Code);
        Assert.Equal(ExitCode.Usage, Verdict.ExitOf(problem));
        Assert.Contains(fix, problem.Fix, StringComparison.Ordinal);
    }
}
