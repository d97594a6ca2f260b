using System.CommandLine;
using MlGate.App.UseCases;
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

    public IReadOnlyList<string> Named(ParseResult parsed) => parsed.GetValue(File) is { } named ? [named] : [];

    /// <param name="parsed">The command line.</param>
    /// <param name="output">Where problems go.</param>
    /// <param name="target">The branch that the change will be merged into; null to ask the environment.</param>
    public GateCommandRunner On(ParseResult parsed, Output output, string? target = null) =>
        new(output, parsed.GetValue(Cache)) { Target = target };
}
