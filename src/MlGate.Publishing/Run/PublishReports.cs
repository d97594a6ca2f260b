using System.Globalization;
using MlGate.Findings;
using MlGate.Publishing.Intake;
using MlGate.Publishing.Jobs;
using MlGate.Publishing.Servers;
using MlGate.Reporting.Annotations;
using MlGate.Reporting.Json;
using MlGate.Reporting.Markdown;
using MlGate.Reporting.Redaction;
using MlGate.Reporting.Terminal;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Publishing.Run;

/// <summary>
/// Tells people of results that were decided before. Whatever cannot be told is a warning, and first comes what cannot fail for want of a
/// permission.
/// </summary>
internal sealed class PublishReports(Output output, Func<string, string?> variable, HttpSettings sending)
{
    /// <summary>More lines of a gate file than this are not marked.</summary>
    public const int MostAnnotations = 10;

    // Of a report that another run wrote; far more than a gate with a thousand checks needs.
    private const int MostBytesOfOthers = 1 << 20;
    private const int LeastSummary = 2_000;

    private readonly List<Finding> findings = [];
    private SecretRedactor secrets = SecretRedactor.OfPatterns;

    public async Task<int> RunAsync(PublishOptions options, CancellationToken cancel)
    {
        if (options.Complaint is { } complaint)
        {
            output.Problem(Diagnostics.BadOption, complaint, "an argument listed by mlgate publish --help");
            return ExitCode.Usage;
        }

        var server = KnownServers.Find(new ServerRun(variable, options, output, sending));
        var tokens = KnownServers.All.SelectMany(known => known.TokenVariables).Append(options.TokenVariable).OfType<string>();
        secrets = tokens.Aggregate(secrets, (known, name) => known.With(variable(name) ?? ""));
        findings.AddRange(server.Problems);
        var (results, problems) = await ReadResultsAsync(options, server, cancel).ConfigureAwait(false);
        output.Problems(problems.Select(secrets.Redact));

        if (options.DryRun)
        {
            new DryRun(output).Describe(results, server);
            output.Problems(findings);
        }
        else
        {
            await PublishAsync(results, server, options, cancel).ConfigureAwait(false);
        }

        var required = options.Require
            ? findings.Where(finding => finding.Severity == Severity.Warn).Select(finding => Diagnostics.Get(finding.Code).Exit)
            : [];
        return ExitCode.Worst(problems.Select(Verdict.ExitOf).Concat(required));
    }

    private async Task<(List<PublishedResult> Results, List<Finding> Problems)> ReadResultsAsync(
        PublishOptions options,
        BuildServer server,
        CancellationToken cancel
    )
    {
        if (options.Measuring)
        {
            return ([.. options.Gates.Select(gate => PublishedResult.Measuring(gate, server.Context, options))], []);
        }

        var most = server.Context is { IsSecondStep: true } ? MostBytesOfOthers : ReportJson.MaxBytes;
        var (intake, archive) = (new ReportIntake(most), new ArchiveIntake(most));
        foreach (var path in options.Named)
        {
            intake.Add(path);
        }

        var artifact = options.Artifact is { } name ? await FetchAsync(name, archive, server, options, cancel).ConfigureAwait(false) : [];
        List<ReportAt> taken = [.. intake.Reports, .. archive.Reports];
        var meant = taken.Where(at => options.Gates.Count == 0 || options.Gates.Contains(at.Report.Gate, StringComparer.Ordinal)).ToList();
        var results = meant
            .GroupBy(at => (at.Report.Gate, Unread(at.Report)))
            .Select(of => PublishedResult.From(Worst([.. of]), server, options))
            .ToList();

        // A gate that was named must be heard of, also where its run left nothing.
        var silent = options.Gates.Where(gate => meant.All(at => at.Report.Gate != gate));
        results.AddRange(silent.Select(gate => PublishedResult.Failed(gate, server.Context, options, sending.Waiting.Now)));
        return (
            results,
            [
                .. intake.Problems.Where(problem => options.Gates.Count == 0 || problem.Code != Diagnostics.FileNotFound.Code),
                .. artifact,
                .. archive.Problems,
                .. taken.Except(meant).Select(at => ReportIntake.OtherGate(at.Path)),
            ]
        );
    }

    // A gate that could not be read has no name of its own; its file has.
    private static string? Unread(Report report) =>
        report.Artifacts.Count == 0 && report.Verdict.Outcome == Outcome.NotMeasured ? report.GateFile : null;

    // Each gate has one comment and one status: a report that passes must not stand in the place of one that does not.
    private ReportAt Worst(List<ReportAt> reports)
    {
        if (reports.Count > 1)
        {
            Add(PublishFindings.SeveralReports(reports[0].Report.Gate, reports.Count));
        }

        var worst = ExitCode.Worst(reports.Select(at => at.Report.Verdict.ExitCode));
        return reports.Where(at => at.Report.Verdict.ExitCode == worst).MaxBy(at => at.Report.GeneratedAt)!;
    }

    // What is wrong with the artifact is an error; that it cannot be had is a warning, and its gates are said to have no report.
    private async Task<IEnumerable<Finding>> FetchAsync(
        string name,
        ArchiveIntake archive,
        BuildServer server,
        PublishOptions options,
        CancellationToken cancel
    )
    {
        if (options.DryRun)
        {
            return [];
        }

        if (server.Artifacts is not { } artifacts)
        {
            Add(PublishFindings.PlaceUnknown("no run with an artifact in the event", "artifact"));
            return [];
        }

        var artifact = await artifacts.FetchAsync(name, cancel).ConfigureAwait(false);
        if (artifact.Value is { } found)
        {
            archive.Add(found.Bytes, ConsoleText.Name(name));
        }

        findings.AddRange(artifact.Problems.Where(problem => problem.Severity != Severity.Error));
        return artifact.Problems.Where(problem => problem.Severity == Severity.Error);
    }

    private async Task PublishAsync(List<PublishedResult> results, BuildServer server, PublishOptions options, CancellationToken cancel)
    {
        if (server.Job is { } job && !options.Measuring)
        {
            if (options.Summary)
            {
                Summarize(results, job);
            }

            // The lines of another run's commit are not those of this one.
            if (options.Annotations && server.Context is not { IsSecondStep: true })
            {
                Annotate(results, job);
            }

            if (results.Count > 0)
            {
                Add(job.Hand(Outputs(results)));
            }
        }

        if (server is { Host: { } host, Context: { } context })
        {
            if (context.ReadOnly && (options.Comment || options.Status || options.CheckRun))
            {
                findings.Add(PublishFindings.ReadOnly());
            }
            else if (!context.MaySetStatus && (options.Status || options.CheckRun))
            {
                findings.Add(PublishFindings.ForkStatus());
            }

            foreach (var result in context.ReadOnly ? [] : results)
            {
                findings.AddRange(await host.PublishAsync(result.Request, cancel).ConfigureAwait(false));
            }
        }

        Tell(server.Job, options);
    }

    private void Summarize(List<PublishedResult> results, IJob job)
    {
        for (var index = 0; index < results.Count; index++)
        {
            var room = (job.SummaryRoom / (results.Count - index)) - 1;
            if (room < LeastSummary)
            {
                findings.Add(PublishFindings.Shortened("summary"));
            }
            else if (results[index].Summary is { } summary)
            {
                Add(job.Summarize(summary(room) + "\n"));
            }
        }
    }

    private void Annotate(List<PublishedResult> results, IJob job)
    {
        foreach (var annotation in results.SelectMany(result => result.Annotations).Take(MostAnnotations))
        {
            output.Result(job.Mark(annotation));
        }
    }

    // Those of the worst result: it is the one that stops the job.
    private static (string Name, string Value)[] Outputs(List<PublishedResult> results)
    {
        var worst = ExitCode.Worst(results.Select(result => result.Request.ExitCode ?? ExitCode.Passed));
        var result = results.First(one => (one.Request.ExitCode ?? ExitCode.Passed) == worst);
        return
        [
            ("verdict", result.Request.Verdict),
            ("exit-code", worst.ToString(CultureInfo.InvariantCulture)),
            ("passed", worst == ExitCode.Passed ? "true" : "false"),
            ("gate", ConsoleText.Id(result.Request.Gate)),
            ("summary", result.Request.Summary),
            ("report", ConsoleText.Line(result.Path)),
        ];
    }

    // In the log, on the run's page, and in the summary: who waits for a comment looks in all three.
    private void Tell(IJob? job, PublishOptions options)
    {
        for (var index = 0; index < findings.Count; index++)
        {
            findings[index] = secrets.Redact(findings[index]);
        }

        output.Problems(findings);
        if (job is null || findings.Count == 0)
        {
            return;
        }

        foreach (var finding in findings.Where(finding => finding.Severity == Severity.Warn))
        {
            output.Result(
                job.Mark(
                    new Annotation(
                        null,
                        0,
                        0,
                        IsError: false,
                        $"MlGate could not publish ({finding.Code})",
                        ConsoleText.Sentence(finding.Message)
                    )
                )
            );
        }

        if (!options.Summary || options.Measuring || job.SummaryRoom < LeastSummary)
        {
            return;
        }

        var notes = findings.Select(finding =>
            $"> {(finding.Severity == Severity.Warn ? "⚠️ **Warning**" : "ℹ️ **Note**")} · {MarkdownText.Sentence(finding.Message)} "
            + $"[{finding.Code}]({Diagnostics.Get(finding.Code).HelpLink})"
        );
        var unwritten = job.Summarize(string.Join("\n>\n", notes) + "\n");
        if (unwritten is not null && findings.All(finding => finding.Code != unwritten.Code))
        {
            output.Problems([secrets.Redact(unwritten)]);
        }
    }

    private void Add(Finding? finding)
    {
        if (finding is not null)
        {
            findings.Add(finding);
        }
    }
}
