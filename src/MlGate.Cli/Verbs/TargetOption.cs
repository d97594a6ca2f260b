using System.CommandLine;

namespace MlGate.Cli.Verbs;

/// <summary>The option that names the branch of a pull request, for build servers that have no variable for it.</summary>
internal static class TargetOption
{
    public static Option<string?> Create() =>
        new("--target")
        {
            Description =
                "Branch that the change will be merged into, as in a pull request: its gate file and test sets judge. Without it: "
                + "what the build server's variables say.",
            HelpName = "branch",
        };
}
