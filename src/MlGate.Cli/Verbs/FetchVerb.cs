using System.CommandLine;
using MlGate.App.Services;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Findings;
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
                {
                    var problems = FetchBaselines.OfBase(
                        Directory.GetCurrentDirectory(),
                        HostEnvironment.Read(Environment.GetEnvironmentVariable) with
                        {
                            Target = parsed.GetValue(target),
                        },
                        cancel
                    );
                    if (problems.Count > 0)
                    {
                        output.Problems(problems);
                        return ExitCode.Worst(problems.Select(Verdict.ExitOf));
                    }

                    var exit = gates
                        .On(parsed, output, withThoseOfTheBase: true, target: parsed.GetValue(target))
                        .Run(parsed.GetValue(gates.Files)!, parsed.GetValue(gates.All), (workplace, gate) =>
                            FetchBaselines.Run(workplace, gate, parsed.GetValue(baseline), cancel)
                        );

                    // Last: no comparison waits for what decides nothing.
                    problems = parsed.GetValue(history)
                        ? GateServices.HistoryOf(Directory.GetCurrentDirectory()).Fetch(parsed.GetValue(remote)!, cancel)
                        : [];
                    output.Problems(problems);
                    return ExitCode.Worst(problems.Select(Verdict.ExitOf).Append(exit));
                })
        );
        return command;
    }
}
