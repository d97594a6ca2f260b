using MlGate.Findings;
using MlGate.Publishing.Contexts;
using MlGate.Publishing.Intake;
using MlGate.Publishing.Servers;
using MlGate.Reporting.Annotations;
using MlGate.Reporting.Comments;
using MlGate.Reporting.Json;
using MlGate.Reporting.Markdown;
using MlGate.Reporting.Wording;
using MlGate.Reports;

namespace MlGate.Publishing.Run;

/// <summary>One gate's result, as each place that shows it needs it.</summary>
internal sealed record PublishedResult
{
    public required PublishRequest Request { get; init; }

    /// <summary>The part of the job summary, in at most so many bytes; null for none.</summary>
    public Func<int, string>? Summary { get; init; }

    /// <summary>Of what stops the build.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>Where the report lies; empty for none.</summary>
    public string Path { get; init; } = "";

    /// <summary>The result of a report.</summary>
    public static PublishedResult From(ReportAt at, BuildServer server, PublishOptions options)
    {
        var (report, context) = (at.Report, server.Context);
        var annotations = Annotation.OfFailing(report);
        return new PublishedResult
        {
            Path = at.Path,
            Summary = bytes => MarkdownRenderer.Render(report, bytes, server.Links),
            Annotations = annotations,
            Request = new PublishRequest
            {
                Gate = report.Gate,
                ExitCode = report.Verdict.ExitCode,
                Verdict = NameConverter<ReportForm>.NameOf(ReportForms.For(report)),
                At = report.GeneratedAt,
                Summary = ConsoleText.From(Headline.From(new ReportReading(report)).Title),
                Commit = report.Commit ?? "",
                Report = "sha256:" + ReportJson.Digest(report),
                Comment = options.Comment ? before => CommentRenderer.Render(report, Surroundings(before), server.CommentBytes) : null,
                CommitStatus = options.Status,
                CheckRun = options.CheckRun,
                Details = options.ReportLink ?? context?.Page,
                Annotations =
                [
                    .. annotations
                        .Where(one => one is { Path: not null, Line: > 0 })
                        .Select(one => new PublishedAnnotation(one.Path!, one.Line, one.IsError, one.Title, one.Message)),
                ],
            },
        };

        CommentOptions Surroundings(string? before) =>
            new()
            {
                Run = context?.Run,
                Try = context?.Attempt,
                DrawsMermaid = server.DrawsMermaid,
                Change = server.Change,
                Links = server.Links,
                Previous = UnmeasuredComment.Shown(before),
                FullReport = options.ReportLink,
                RunLog = options.LogLink ?? context?.Page,
            };
    }

    /// <summary>A gate that is being measured: nothing but a comment and a status that wait.</summary>
    public static PublishedResult Measuring(string gate, RunContext? context, PublishOptions options) =>
        new()
        {
            Request = new PublishRequest
            {
                Gate = gate,
                ExitCode = null,
                Verdict = CommentState.Measuring,

                // Older than any result of the same attempt, which may have been faster.
                At = DateTimeOffset.UnixEpoch,
                Summary = "measuring",
                Comment = options.Comment ? before => UnmeasuredComment.OfMeasuring(gate, context?.HeadSha ?? "", before) : null,
                CommitStatus = options.Status,
                Details = options.LogLink ?? context?.Page,
            },
        };

    /// <summary>A gate whose run ended without a report.</summary>
    public static PublishedResult Failed(string gate, RunContext? context, PublishOptions options, DateTimeOffset now)
    {
        var text = UnmeasuredComment.OfFailed(gate, context?.HeadSha ?? "", options.LogLink ?? context?.Page);
        return new PublishedResult
        {
            Summary = _ => text,
            Request = new PublishRequest
            {
                Gate = gate,
                ExitCode = ExitCode.Environment,
                Verdict = NameConverter<ReportForm>.NameOf(ReportForm.CouldNotMeasure),
                At = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero),
                Summary = "not evaluated: the run ended without a report",
                Comment = options.Comment ? _ => text : null,
                CommitStatus = options.Status,
                CheckRun = options.CheckRun,
                Details = options.LogLink ?? context?.Page,
            },
        };
    }
}
