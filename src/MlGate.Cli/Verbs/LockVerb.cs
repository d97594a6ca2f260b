using System.CommandLine;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Git.Locks;
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
            "Record the versions of datasets and models in .mlgate/lock, to be committed with them, and remove the locks of "
                + "undeclared ones."
        )
        {
            folder,
            quiet,
        };
        gates.AddTo(command);
        ExampleHelp.Add(command, "mlgate lock          after an intended change of data or models", "mlgate lock --all");
        command.SetAction(
            (parsed, cancel) =>
                Task.Run(() =>
                    gates
                        .On(parsed, output, parsed.GetValue(folder))
                        .RunAsync(
                            parsed.GetValue(gates.Files)!,
                            parsed.GetValue(gates.All),
                            async (workplace, gate) =>
                            {
                                var locked = await LockArtifacts.ForGate(workplace, gate).RunAsync(gate, cancel);
                                foreach (var record in parsed.GetValue(quiet) ? [] : locked.Value?.Written ?? [])
                                {
                                    output.Result($"{record.Artifact.Id}  {record.Version.GitObjectId[..12]}  {record.Artifact.Path}");
                                }

                                // Said to a build as well: a file of the working tree is gone.
                                foreach (var artifact in locked.Value?.Removed ?? [])
                                {
                                    output.Result($"{artifact.Id}  no longer declared, lock removed  {LockFiles.PathOf(artifact)}");
                                }

                                return locked.Problems;
                            },
                            cancel
                        )
                )
        );
        return command;
    }
}
