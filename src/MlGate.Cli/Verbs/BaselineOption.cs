using System.CommandLine;

namespace MlGate.Cli.Verbs;

/// <summary>The option that takes the place of the gate file's baseline.</summary>
internal static class BaselineOption
{
    public static Option<string?> Create() =>
        new("--baseline") { Description = "Git ref of the baseline. Overrides the gate file.", HelpName = "ref" };
}
