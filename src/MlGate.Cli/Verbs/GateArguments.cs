using System.CommandLine;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary>The arguments that say which gates a verb is about; every verb has its own instances.</summary>
internal sealed class GateArguments
{
    public Argument<string[]> Files { get; } =
        new("gate") { Arity = ArgumentArity.ZeroOrMore, Description = "Gate files. Default: mlgate.yml in this folder." };

    public Option<bool> All { get; } = new("--all") { Description = "Every mlgate.yml below this folder." };

    public Option<string?> Cache { get; } =
        new("--cache") { Description = "Folder of the cache. Default: .mlgate/cache next to the gate file.", HelpName = "folder" };

    public GateArguments() => Files.RefuseOptions();

    public void AddTo(Command command)
    {
        command.Arguments.Add(Files);
        command.Options.Add(All);
        command.Options.Add(Cache);
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="output">Where problems go.</param>
    /// <param name="diagnostics">Where diagnostics.json goes for a build; null for none.</param>
    /// <param name="withThoseOfTheBase">In a pull request, is it about the gates of the base, too?</param>
    /// <param name="target">The branch that the change will be merged into; null to ask the environment.</param>
    public GateCommandRunner On(
        ParseResult parsed,
        Output output,
        string? diagnostics = null,
        bool withThoseOfTheBase = false,
        string? target = null
    ) =>
        new(output, parsed.GetValue(Cache))
        {
            DiagnosticsFolder = diagnostics,
            WithThoseOfTheBase = withThoseOfTheBase,
            Target = target,
        };
}
