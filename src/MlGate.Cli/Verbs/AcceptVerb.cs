using System.CommandLine;
using MlGate.App.UseCases;
using MlGate.Cli.Terminal;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate accept</c>: a waiver for a check that fails, to be committed and reviewed.</summary>
internal static class AcceptVerb
{
    public static Command Command(Output output)
    {
        var check = new Argument<string?>("check")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Id of the check, as mlgate check prints it, or a beginning or end that no other failing check has.",
        };
        var failing = new Option<bool>("--failing") { Description = "Accept every failing check that can be accepted." };
        var reason = new Option<string>("--reason")
        {
            Description = "Why the result is accepted.",
            HelpName = "text",
            Required = true,
        };
        var until = new Option<string>("--until")
        {
            Description = "The last day, UTC, at most 180 days ahead.",
            HelpName = "yyyy-mm-dd",
            Required = true,
        };
        var owner = new Option<string?>("--owner")
        {
            Description = "Who answers for it. Without it: user.name and user.email of git.",
            HelpName = "name",
        };
        var report = new Option<string?>("--report")
        {
            Description = "Accept what this report.json measured, that of a build server for instance. Without it the gate is run.",
            HelpName = "file",
        };
        var baseline = new Option<string?>("--baseline")
        {
            Description = "Git ref to compare with, instead of what the gate file says.",
            HelpName = "ref",
        };
        var target = TargetOption.Create();
        var gate = new GateOption();
        check.RefuseOptions();
        var command = new Command(
            "accept",
            "Accept the result of a check that fails: for these versions, until a day, in a file that reviewers see."
        )
        {
            check,
            failing,
            reason,
            until,
            owner,
            report,
            baseline,
            target,
        };
        gate.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(check) is null != result.GetValue(failing))
            {
                result.AddError("name one check, or all failing ones with --failing");
            }
        });
        ExampleHelp.Add(
            command,
            "mlgate accept models.churn.metrics.recall.max-drop --reason \"the old labels were wrong\" --until 2026-12-31",
            "mlgate accept recall.max-drop --reason \"the old labels were wrong\" --until 2026-12-31",
            "mlgate accept --failing --reason \"new price list\" --until 2026-12-31"
        );
        command.SetAction(
            (parsed, cancel) =>
            {
                var run = new AcceptRun(output)
                {
                    Check = parsed.GetValue(check),
                    Reason = parsed.GetValue(reason)!,
                    Until = parsed.GetValue(until)!,
                    Owner = parsed.GetValue(owner),
                    Report = parsed.GetValue(report),
                    Baseline = parsed.GetValue(baseline),
                };
                return Task.Run(() =>
                    gate.On(parsed, output, parsed.GetValue(target))
                        .Run(gate.Named(parsed), all: false, (workplace, declared) => run.Run(workplace, declared, cancel))
                );
            }
        );
        return command;
    }
}
