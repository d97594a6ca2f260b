using System.CommandLine;
using MlGate.App.Services;
using MlGate.App.UseCases;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary>The options of a verb that is about one gate.</summary>
internal sealed class GateOption
{
    public Option<string?> File { get; } =
        new("--gate") { Description = "Gate file. Default: mlgate.yml in this folder.", HelpName = "file" };

    public Option<string?> Cache { get; } =
        new("--cache") { Description = "Folder of the cache. Default: .mlgate/cache next to the gate file.", HelpName = "folder" };

    public void AddTo(Command command)
    {
        command.Options.Add(File);
        command.Options.Add(Cache);
    }

    /// <summary>Does something with the gate.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="output">Where problems go.</param>
    /// <param name="act">What is done; it returns findings to be shown.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="target">The branch that the change will be merged into; null to ask the environment.</param>
    public Task<int> RunAsync(
        ParseResult parsed,
        Output output,
        Func<GateServices, Gate, Task<IReadOnlyList<Finding>>> act,
        CancellationToken cancel,
        string? target = null
    )
    {
        var runner = new GateCommandRunner(output, parsed.GetValue(Cache)) { Target = target };
        return Task.Run(() => runner.RunAsync(parsed.GetValue(File) is { } named ? [named] : [], all: false, act, cancel));
    }
}
