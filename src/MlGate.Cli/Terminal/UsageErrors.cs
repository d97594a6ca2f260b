using System.CommandLine;
using System.CommandLine.Parsing;
using MlGate.Findings;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Terminal;

/// <summary>
/// What is said of a command line that is wrong: each mistake on a line of its own, with what was probably meant. It is a usage error,
/// never a verdict.
/// </summary>
internal static class UsageErrors
{
    /// <summary>Says what is wrong.</summary>
    /// <returns>The exit code.</returns>
    public static int Tell(ParseResult parsed, Output output)
    {
        var command = parsed.CommandResult.Command;
        var where = command is RootCommand ? "mlgate --help" : $"mlgate {command.Name} --help";
        var known = command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name).Concat(OptionsOf(command)).ToList();
        foreach (var token in parsed.UnmatchedTokens)
        {
            output.Problem(Diagnostics.BadOption, $"'{token}' is unknown{Meant(token, known)}", $"an argument listed by {where}");
        }

        // Beside an unknown word the parser complains of what the verb then misses, too.
        foreach (var error in parsed.Errors.Where(error => parsed.UnmatchedTokens.Count == 0 || error.SymbolResult is not CommandResult))
        {
            output.Problem(Diagnostics.BadOption, error.Message.Trim().TrimEnd('.'), $"an argument listed by {where}");
        }

        return ExitCode.Usage;
    }

    /// <summary>Keeps an argument from swallowing a misspelt option.</summary>
    public static void RefuseOptions(this Argument argument) =>
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                result.AddError(
                    $"'{token.Value}' is not an option of this "
                        + $"command{Meant(token.Value, OptionsOf((result.Parent as CommandResult)?.Command))}"
                );
            }
        });

    private static IReadOnlyCollection<string> OptionsOf(Command? command) =>
        command is null ? [] : [.. command.Options.Where(option => !option.Hidden).Select(option => option.Name)];

    private static string Meant(string token, IReadOnlyCollection<string> known) =>
        Spelling.FixFor(token.Split('=', ':')[0], known) is { } meant ? $" ({char.ToLowerInvariant(meant[0])}{meant[1..]})" : "";
}
