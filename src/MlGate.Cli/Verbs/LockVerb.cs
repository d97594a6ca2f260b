using System.CommandLine;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate lock</c>: records versions. Where a model came from is for <c>train</c> to say.</summary>
internal static class LockVerb
{
    public static Command Command(Output output)
    {
        var gates = new GateArguments();
        var folder = new Option<string?>("--output") { Description = "Folder for diagnostics.json.", HelpName = "folder" };
        var quiet = new Option<bool>("--no-progress") { Description = "Do not show progress." };
        var command = new Command(
            "lock",
            "Record the versions of datasets and models in .mlgate/lock; commit it with them. Removes the locks of undeclared ones."
        )
        {
            folder,
            quiet,
        };
        gates.AddTo(command);
        ExampleHelp.Add(command, "mlgate lock          after an intended change of data or models", "mlgate lock --all");
        command.SetAction(
            (parsed, cancel) =>
            {
                var quietly = parsed.GetValue(quiet);
                return gates.RunAsync(
                    parsed,
                    output,
                    (workplace, gate) => LockArtifacts.RunAndTellAsync(workplace, gate, quietly, output, cancel),
                    cancel,
                    parsed.GetValue(folder)
                );
            }
        );
        return command;
    }
}
