using System.CommandLine;
using MlGate.App.Services;

namespace MlGate.Cli.Verbs;

/// <summary>The option that names the branch of a pull request, for build servers that have no variable for it.</summary>
internal static class TargetOption
{
    public static Option<string?> Create() =>
        new("--target")
        {
            Description =
                "Target branch of the change, as in a pull request: its gate file and test sets apply. Default: "
                + "from the variables of the build server.",
            HelpName = "branch",
        };

    public static HostEnvironment EnvironmentOf(ParseResult parsed, Option<string?> target) =>
        HostEnvironment.Read(Environment.GetEnvironmentVariable) with
        {
            Target = parsed.GetValue(target),
        };
}
