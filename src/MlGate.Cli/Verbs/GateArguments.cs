using System.CommandLine;
using MlGate.App.Services;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary>The arguments that say which gates a verb is about; every verb has its own instances.</summary>
internal sealed class GateArguments
{
    public Argument<string[]> Files { get; } =
        new("gate") { Arity = ArgumentArity.ZeroOrMore, Description = "Gate files. Default: mlgate.yml in this folder." };

    public Option<bool> All { get; } = new("--all") { Description = "All files mlgate.yml in this folder and below it." };

    public Option<string?> Cache { get; } =
        new("--cache") { Description = "Folder of the cache. Default: .mlgate/cache next to the gate file.", HelpName = "folder" };

    public GateArguments() => Files.RefuseOptions();

    public void AddTo(Command command)
    {
        command.Arguments.Add(Files);
        command.Options.Add(All);
        command.Options.Add(Cache);
    }

    /// <summary>Does something with each gate of the working tree that is meant.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="output">Where problems go.</param>
    /// <param name="act">What is done; it returns findings to be shown.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="diagnostics">Where diagnostics.json goes for a build; null for none.</param>
    public Task<int> RunAsync(
        ParseResult parsed,
        Output output,
        Func<GateServices, Gate, Task<IReadOnlyList<Finding>>> act,
        CancellationToken cancel,
        string? diagnostics = null
    )
    {
        var runner = new GateCommandRunner(output, parsed.GetValue(Cache)) { DiagnosticsFolder = diagnostics };
        return Task.Run(() => runner.RunAsync(parsed.GetValue(Files)!, parsed.GetValue(All), act, cancel));
    }
}
