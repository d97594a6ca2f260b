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
            Description = "Id of the check, as printed by mlgate check, or a unique beginning or end of it.",
        };
        var failing = new Option<bool>("--failing") { Description = "Accept every failing check that can be waived." };
        var reason = new Option<string>("--reason")
        {
            Description = "Reason for the waiver.",
            HelpName = "text",
            Required = true,
        };
        var until = new Option<string>("--until")
        {
            Description = "Last day of the waiver (UTC), at most 180 days ahead.",
            HelpName = "yyyy-mm-dd",
            Required = true,
        };
        var owner = new Option<string?>("--owner")
        {
            Description = "Person responsible. Default: user.name and user.email of git.",
            HelpName = "name",
        };
        var report = new Option<string?>("--report")
        {
            Description = "Accept a result of this report.json, for example from a build server. Default: run the gate.",
            HelpName = "file",
        };
        var baseline = BaselineOption.Create();
        var target = TargetOption.Create();
        var gate = new GateOption();
        check.RefuseOptions();
        var command = new Command(
            "accept",
            "Write a waiver: accept a failing check for these versions, until a date. Reviewers see the file."
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
                result.AddError("name a check, or use --failing for all failing checks");
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
                var run = new AcceptResult(output)
                {
                    Check = parsed.GetValue(check),
                    Reason = parsed.GetValue(reason)!,
                    Until = parsed.GetValue(until)!,
                    Owner = parsed.GetValue(owner),
                    Report = parsed.GetValue(report),
                    Baseline = parsed.GetValue(baseline),
                };
                return gate.RunAsync(
                    parsed,
                    output,
                    (workplace, declared) => run.RunAsync(workplace, declared, cancel),
                    cancel,
                    parsed.GetValue(target)
                );
            }
        );
        return command;
    }
}
