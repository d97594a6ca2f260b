using System.CommandLine;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary>
/// <c>mlgate fetch</c>: what a check needs of the repository's history. The only verb that asks git's server for anything by itself.
/// </summary>
internal static class FetchVerb
{
    public static Command Command(Output output)
    {
        var gates = new GateArguments();
        var baseline = BaselineOption.Create();
        var target = TargetOption.Create();
        var history = new Option<bool>("--history") { Description = "Also fetch the run history in git notes." };
        var remote = HistoryVerb.Remote();
        var command = new Command(
            "fetch",
            "Fetch what a check needs into a shallow clone: history, files of the baselines, Git LFS objects. Connects "
                + "to no server if nothing is missing."
        )
        {
            baseline,
            target,
            history,
            remote,
        };
        gates.AddTo(command);
        ExampleHelp.Add(
            command,
            "mlgate fetch          before mlgate check, in a clone of depth 1",
            "mlgate fetch --all",
            "mlgate fetch --history"
        );
        command.SetAction(
            (parsed, cancel) =>
            {
                var environment = TargetOption.EnvironmentOf(parsed, target);
                var run = new FetchBaselines(output, environment)
                {
                    Cache = parsed.GetValue(gates.Cache),
                    Baseline = parsed.GetValue(baseline),
                    HistoryRemote = parsed.GetValue(history) ? parsed.GetValue(remote) : null,
                };
                return Task.Run(() => run.RunAsync(parsed.GetValue(gates.Files)!, parsed.GetValue(gates.All), cancel));
            }
        );
        return command;
    }
}
