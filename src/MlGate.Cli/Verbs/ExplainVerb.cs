using System.CommandLine;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate explain</c>: what a code means, its usual causes, and how to fix it.</summary>
internal static class ExplainVerb
{
    public static Command Command(Output output)
    {
        var code = new Argument<string?>("code")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "A code, such as MLG4102. Default: list all.",
        };
        code.RefuseOptions();
        var command = new Command("explain", "Explain the code of a finding: meaning, cause, fix. Needs no network.") { code };
        ExampleHelp.Add(command, "mlgate explain MLG4102", "mlgate explain");
        command.SetAction(parsed => new ExplainCode(output).Run(parsed.GetValue(code)));
        return command;
    }
}
