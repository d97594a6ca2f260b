using System.CommandLine;
using MlGate.App.PullRequests;
using MlGate.App.Services;
using MlGate.Cli.Terminal;
using MlGate.Findings;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary>
/// <c>mlgate gates</c>: names the gates, for those who have to speak of them before there is a report, or when there will be none.
/// </summary>
internal static class GatesVerb
{
    public static Command Command(Output output)
    {
        var gates = new GateArguments();
        var target = TargetOption.Create();
        var command = new Command("gates", "Print the names of the gates, one per line, for mlgate publish --gate. Measures nothing.")
        {
            target,
        };
        gates.AddTo(command);
        ExampleHelp.Add(command, "mlgate gates", "mlgate gates --all");
        command.SetAction(
            (parsed, cancel) =>
                Task.Run(async () =>
                {
                    var (cache, surroundings) = (
                        parsed.GetValue(gates.Cache),
                        HostEnvironment.Read(Environment.GetEnvironmentVariable) with
                        {
                            Target = parsed.GetValue(target),
                        }
                    );
                    var files = await PullRequestGates.FindAsync(
                        Directory.GetCurrentDirectory(),
                        parsed.GetValue(gates.Files)!,
                        parsed.GetValue(gates.All),
                        cache,
                        surroundings,
                        cancel
                    );
                    foreach (var found in files.Value ?? [])
                    {
                        using var workplace = new GateServices(found, cache, surroundings);

                        // As check names its report: after the gate that judges, or after the file that cannot be read.
                        output.Result(
                            workplace.ReadGate().Value is { } gate
                                ? (await workplace.JudgingAsync(gate, cancel)).Name
                                : Path.GetFileName(found.File)
                        );
                    }

                    output.Problems(files.Problems);
                    return ExitCode.Worst(files.Problems.Select(Verdict.ExitOf));
                })
        );
        return command;
    }
}
