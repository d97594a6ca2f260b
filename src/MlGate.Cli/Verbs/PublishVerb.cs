using System.CommandLine;
using MlGate.Cli.Terminal;
using MlGate.Publishing;
using MlGate.Publishing.Run;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Verbs;

/// <summary><c>mlgate publish</c>: shows reports where people look, on the pull request and on the run's page.</summary>
internal static class PublishVerb
{
    public static Command Command(Output output)
    {
        var reports = new Argument<string[]>("report")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Reports that mlgate check wrote, or folders that hold some.",
        };
        reports.RefuseOptions();
        var artifact = new Option<string?>("--artifact")
        {
            Description =
                "Take the reports from this artifact of the measured run (GitHub, on workflow_run); nothing of it is unpacked to the disk.",
            HelpName = "name",
        };
        var gates = new Option<string[]>("--gate")
        {
            Description =
                "Name of a gate, several times for several: only their reports are published, and one without a report is said to "
                + "have none.",
            HelpName = "name",
        };
        var measuring = new Option<bool>("--measuring")
        {
            Description = "Say that the gates are being measured; the older result stays below.",
        };
        var token = new Option<string?>("--token-env")
        {
            Description = "The environment variable that holds the token. Without it: GITHUB_TOKEN, or SYSTEM_ACCESSTOKEN for Azure Repos.",
            HelpName = "variable",
        };
        var login = new Option<string?>("--login")
        {
            Description = "Whose comments are ours, where GitHub does not say. Without it: those of any bot.",
            HelpName = "login",
        };
        var summary = new Option<bool>("--no-summary") { Description = "No summary of the job." };
        var annotations = new Option<bool>("--no-annotations") { Description = "No marks at the lines of the gate file." };
        var comment = new Option<bool>("--no-comment") { Description = "No comment on the pull request." };
        var status = new Option<bool>("--status")
        {
            Description = "Set the status mlgate/<gate> of the commit, or of the pull request on Azure.",
        };
        var check = new Option<bool>("--check-run") { Description = "Make a check run, too (GitHub)." };
        var report = Link("--report-url", "Where the full report can be read.");
        var log = Link("--log-url", "Where the log is. Without it: the run's page.");
        var dry = new Option<bool>("--dry-run") { Description = "Print what would be published; ask no server." };
        var require = new Option<bool>("--require")
        {
            Description = "Fail when something could not be published. Without it that is a warning.",
        };
        var command = new Command("publish", "Show reports on the pull request and on the run's page. Never changes a verdict.")
        {
            reports,
            artifact,
            gates,
            measuring,
            token,
            login,
            summary,
            annotations,
            comment,
            status,
            check,
            report,
            log,
            dry,
            require,
        };
        command.Validators.Add(result =>
        {
            var (named, of) = (
                result.GetValue(reports) is { Length: > 0 } || result.GetValue(artifact) is not null,
                result.GetValue(gates) is { Length: > 0 }
            );
            if (!named && !of)
            {
                result.AddError("there is nothing to publish: name a report, an artifact, or a gate with --gate");
            }
            else if (result.GetValue(artifact) is not null && result.GetValue(dry))
            {
                result.AddError("--dry-run asks no server, so it has no artifact: name a report");
            }
            else if (result.GetValue(artifact) is not null && !of)
            {
                result.AddError("--artifact needs the names of the gates whose reports may speak, with --gate: others fill the artifact");
            }
            else if (result.GetValue(measuring) && (named || !of))
            {
                result.AddError("--measuring takes names of gates with --gate, and no reports");
            }
        });
        ExampleHelp.Add(
            command,
            "mlgate publish out/report.json                        the comment, the job summary, the marks",
            "mlgate publish out/report.json --status --dry-run     what it would do",
            "mlgate publish --measuring --gate churn               before the measurement",
            "mlgate publish out/report.json --gate churn           at the end, also when the measurement died"
        );

        command.SetAction(
            (parsed, cancel) =>
                new PublishRun(output, Environment.GetEnvironmentVariable, Sending.Default).Run(
                    new PublishOptions
                    {
                        Named = parsed.GetValue(reports)!,
                        Artifact = parsed.GetValue(artifact),
                        Gates = [.. parsed.GetValue(gates)!.Distinct(StringComparer.Ordinal)],
                        Measuring = parsed.GetValue(measuring),
                        Summary = !parsed.GetValue(summary),
                        Annotations = !parsed.GetValue(annotations),
                        Comment = !parsed.GetValue(comment),
                        Status = parsed.GetValue(status),
                        CheckRun = parsed.GetValue(check),
                        TokenVariable = parsed.GetValue(token),
                        Login = parsed.GetValue(login),
                        ReportLink = Address(parsed.GetValue(report)),
                        LogLink = Address(parsed.GetValue(log)),
                        DryRun = parsed.GetValue(dry),
                        Require = parsed.GetValue(require),
                    },
                    cancel
                )
        );
        return command;
    }

    private static Option<string?> Link(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "url" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { Length: > 0 } text && Address(text) is null)
            {
                result.AddError($"{name} takes an https address");
            }
        });
        return option;
    }

    private static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? uri : null;
}
