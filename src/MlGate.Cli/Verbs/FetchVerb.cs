using System.CommandLine;
using MlGate.App.Services;
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
        var baseline = new Option<string?>("--baseline")
        {
            Description = "Git ref of the baseline. Overrides the gate file.",
            HelpName = "ref",
        };
        var target = TargetOption.Create();
        var history = new Option<bool>("--history") { Description = "Also fetch the run history in git notes." };
        var remote = HistoryVerb.Remote();
        var command = new Command(
            "fetch",
            "Fetch the history and files of the baselines into a shallow clone, and missing Git LFS objects. Connects "
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
                Task.Run(() =>
                    FetchBaselines.RunAllAsync(
                        Directory.GetCurrentDirectory(),
                        HostEnvironment.Read(Environment.GetEnvironmentVariable) with
                        {
                            Target = parsed.GetValue(target),
                        },
                        () =>
                            gates
                                .On(parsed, output, withThoseOfTheBase: true, target: parsed.GetValue(target))
                                .RunAsync(
                                    parsed.GetValue(gates.Files)!,
                                    parsed.GetValue(gates.All),
                                    (workplace, gate) => FetchBaselines.RunAsync(workplace, gate, parsed.GetValue(baseline), cancel),
                                    cancel
                                ),
                        parsed.GetValue(history) ? parsed.GetValue(remote) : null,
                        output,
                        cancel
                    )
                )
        );
        return command;
    }
}
