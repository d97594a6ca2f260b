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
            Description = "Reports from mlgate check, or folders with reports.",
        };
        reports.RefuseOptions();
        var artifact = new Option<string?>("--artifact")
        {
            Description =
                "Read the reports from this artifact of the measured run (GitHub, on workflow_run), without unpacking it to disk.",
            HelpName = "name",
        };
        var gates = new Option<string[]>("--gate")
        {
            Description = "Gate to publish (repeatable): other reports are ignored; a gate without a report is published as not measured.",
            HelpName = "name",
        };
        var measuring = new Option<bool>("--measuring")
        {
            Description = "Publish that the gates are being measured; the older result stays below.",
        };
        var token = new Option<string?>("--token-env")
        {
            Description = "Environment variable with the token. Default: GITHUB_TOKEN, SYSTEM_ACCESSTOKEN for Azure Repos, GITLAB_TOKEN.",
            HelpName = "variable",
        };
        var login = new Option<string?>("--login")
        {
            Description = "Author of the comments, if GitHub does not provide it. Default: any bot.",
            HelpName = "login",
        };
        var summary = new Option<bool>("--no-summary") { Description = "Do not write the job summary." };
        var annotations = new Option<bool>("--no-annotations") { Description = "Do not annotate lines of the gate file." };
        var comment = new Option<bool>("--no-comment") { Description = "Do not comment on the pull request." };
        var status = new Option<bool>("--status")
        {
            Description = "Set the status mlgate/<gate> of the commit, or of the pull request on Azure.",
        };
        var check = new Option<bool>("--check-run") { Description = "Also create a check run (GitHub)." };
        var report = Link("--report-url", "Link to the full report.");
        var log = Link("--log-url", "Link to the log. Default: the page of the run.");
        var dry = new Option<bool>("--dry-run") { Description = "Print the output without contacting a server." };
        var require = new Option<bool>("--require") { Description = "Fail if something could not be published. Default: a warning." };
        var command = new Command("publish", "Publish reports to the pull request and the page of the run. Never changes a verdict.")
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
        ExampleHelp.Add(
            command,
            "mlgate publish out/report.json                        comment, job summary, annotations",
            "mlgate publish out/report.json --status --dry-run     without publishing",
            "mlgate publish --measuring --gate churn               before the measurement",
            "mlgate publish out/report.json --gate churn           at the end, also after a failed measurement"
        );

        command.SetAction(
            (parsed, cancel) =>
                new PublishReports(output, Environment.GetEnvironmentVariable, HttpSettings.Default).RunAsync(
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
                        ReportLink = PublishOptions.AddressOf(parsed.GetValue(report)),
                        LogLink = PublishOptions.AddressOf(parsed.GetValue(log)),
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
            if (result.GetValueOrDefault<string?>() is { Length: > 0 } text && PublishOptions.AddressOf(text) is null)
            {
                result.AddError($"{name} needs an https address");
            }
        });
        return option;
    }
}
