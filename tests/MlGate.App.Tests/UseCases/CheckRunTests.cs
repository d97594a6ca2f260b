using MlGate.App.Services;
using MlGate.App.UseCases;
using MlGate.Reporting.Terminal;
using MlGate.Testing;

namespace MlGate.App.Tests.UseCases;

public sealed class CheckRunTests
{
    [Fact]
    public async Task Two_gates_of_one_name_are_refused_and_no_answer_of_an_earlier_run_stands()
    {
        using var folder = new TempFolder();
        folder.Write("a/data.csv", "a\n1\n");
        folder.Write("b/data.csv", "a\n1\n");
        string[] gates =
        [
            .. new[] { "a", "b" }.Select(name =>
                folder.Write(name + "/mlgate.yml", "version: 1\nname: small\ndatasets: { train: { path: data.csv } }\n")
            ),
        ];
        using var errors = new StringWriter();
        var run = new CheckGates(new Output(TextWriter.Null, errors), new HostEnvironment(ContinuousIntegration: false))
        {
            Print = _ => { },
        };

        Assert.Equal(MlGate.Findings.ExitCode.Usage, await run.RunAsync(gates, all: false, default));

        Assert.Contains("have the same name, small", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_dies_leaves_no_answer_of_an_earlier_one()
    {
        using var folder = new TempFolder();
        using var dead = new CancellationTokenSource();
        dead.Cancel();
        string[] answers = ["report.json", "inputs.txt", "diagnostics.json"];
        foreach (var name in answers.Append("notes.txt"))
        {
            folder.Write("out/" + name, "of an earlier run");
        }

        folder.Write("data.csv", "a\n1\n");
        var gate = folder.Write("mlgate.yml", "version: 1\nname: small\ndatasets: { train: { path: data.csv } }\n");
        var run = new CheckGates(new Output(TextWriter.Null, TextWriter.Null), new HostEnvironment(ContinuousIntegration: false))
        {
            Print = _ => { },
            OutputFolder = folder["out"],
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.RunAsync([gate], all: false, dead.Token));

        Assert.Equal([folder["out/notes.txt"]], Directory.EnumerateFiles(folder["out"]));
    }
}
