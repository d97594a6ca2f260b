using System.Globalization;
using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Comments;
using MlGate.Publishing.Ordering;
using MlGate.Reports;
using Octokit;

namespace MlGate.Publishing.GitHub;

/// <summary>
/// A check run with annotations: one for each attempt. Its text ends as a comment does, with the hidden state of the result that it shows;
/// a newer result of the same attempt replaces it. What the same app has made for a newer result counts, whichever of the two
/// came first.
/// </summary>
internal sealed class CheckRunPart(GitHubClient client, ServerCalls calls, GitHubContext context, PublishRequest request)
{
    private const int MostBytes = 65_535;
    private const int AnnotationsPerRequest = 50;
    private const int MostRounds = 40;

    private readonly string name = "mlgate/" + PlainLine.From(request.Gate, 100);
    private readonly string key = string.Create(CultureInfo.InvariantCulture, $"mlgate/{request.Gate}/{context.Run}/{context.Attempt}");
    private readonly CommentState state = request.State(context);

    // Of this app's runs only: those of others look as they like. Known from the first answer to a write.
    private readonly HashSet<long> notOurs = [];
    private long? app;

    public async Task<Finding?> PublishAsync(CancellationToken cancel)
    {
        var body = CommentBody.From(request.Gate, request.Comment?.Invoke(null) ?? request.Summary, state, MostBytes).Text;
        var (failures, pages, written) = (
            0,
            Math.Max(1, (request.Annotations.Count + AnnotationsPerRequest - 1) / AnnotationsPerRequest),
            default(CheckRun)
        );

        // Annotations add up: each round asks how many are there, so that no failure makes them double.
        for (var round = 1; round <= MostRounds; round++)
        {
            var list = await ListAsync(cancel).ConfigureAwait(false);
            if (list.Value is not { } found)
            {
                return PublishFindings.For(list.Error!, "check");
            }

            var stored = found.CheckRuns.Select(run => new Stored(run, CommentState.Read(run.Output?.Summary ?? ""))).ToList();
            if (
                app is not null
                && stored.Where(one => one.Run.App?.Id == app && IsNewer(one)).MaxBy(one => ResultOrder.From(one.State)) is { } newer
            )
            {
                return await GiveWayAsync(written, newer.Run, cancel).ConfigureAwait(false);
            }

            // After the last page a look for what came meanwhile: a list that lacks what was written lags behind.
            if (pages == 0)
            {
                return null;
            }

            // What is annotated stays annotated: a run with the marks of an older report is left behind, and a new one stands before it.
            var ours = stored
                .Where(one =>
                    one.Run.ExternalId == key && !IsNewer(one) && !notOurs.Contains(one.Run.Id) && (app is null || one.Run.App?.Id == app)
                )
                .ToList();
            var same = ours.Where(one => one.State == state).MinBy(one => one.Run.Id);
            var existing = same ?? ours.Where(one => one.Annotations == 0).MinBy(one => one.Run.Id);
            if (app is not null && same is not null && same.Annotations >= request.Annotations.Count)
            {
                return null;
            }

            var output = Output(body, existing?.Annotations ?? 0);
            var answer = existing is null
                ? await calls
                    .TryOnceAsync(
                        "create the check run",
                        () => client.Check.Run.Create(context.Owner, context.Repository, New(output)),
                        cancel
                    )
                    .ConfigureAwait(false)
                : await calls
                    .TryOnceAsync(
                        "update the check run",
                        () => client.Check.Run.Update(context.Owner, context.Repository, existing.Run.Id, Changed(output)),
                        cancel
                    )
                    .ConfigureAwait(false);
            if (answer.Value is { } run)
            {
                (written, pages, app) = (run, pages - 1, run.App?.Id);
            }
            else if (existing is not null && answer.Error!.Kind is ServerErrorKind.NotPermitted or ServerErrorKind.NotFound)
            {
                // That of another app, which has copied our key.
                notOurs.Add(existing.Run.Id);
            }
            else if (!await calls.Patience.WaitForAsync(answer.Error!, ++failures, cancel).ConfigureAwait(false))
            {
                return PublishFindings.For(answer.Error!, "check");
            }
        }

        return PublishFindings.For(
            new ServerError(ServerErrorKind.Refused, "the server refused the annotations of the check run"),
            "check"
        );
    }

    private Task<ApiResult<CheckRunsResponse>> ListAsync(CancellationToken cancel) =>
        calls.ReadAsync(
            "list the check runs",
            () =>
                client.Check.Run.GetAllForReference(
                    context.Owner,
                    context.Repository,
                    context.HeadSha,
                    new CheckRunRequest { CheckName = name, Filter = CheckRunCompletedAtFilter.All },
                    new ApiOptions { PageSize = 100, PageCount = 1 }
                ),
            cancel
        );

    private bool IsNewer(Stored one) => ResultOrder.From(one.State)?.CompareTo(ResultOrder.From(state)) > 0;

    // The run that was made last stands before all others, and a neutral one would pass where the check is required: so it ends as the
    // newer one does.
    private async Task<Finding> GiveWayAsync(CheckRun? written, CheckRun newer, CancellationToken cancel)
    {
        if (written is not null && written.Id > newer.Id)
        {
            var conclusion = newer.Conclusion is { } known && known.TryParse(out var value) ? value : CheckConclusion.Failure;
            var text = CommentBody
                .From(request.Gate, $"This result is superseded by a newer or worse one: {newer.HtmlUrl}", state, MostBytes)
                .Text;
            var answer = await calls
                .WriteAsync(
                    "update the check run",
                    () =>
                        client.Check.Run.Update(
                            context.Owner,
                            context.Repository,
                            written.Id,
                            new CheckRunUpdate
                            {
                                Status = CheckStatus.Completed,
                                Conclusion = conclusion,
                                CompletedAt = request.At,
                                Output = new NewCheckRunOutput("superseded by a newer result", text),
                            }
                        ),
                    cancel
                )
                .ConfigureAwait(false);
            if (answer.Error is { } refusal)
            {
                return PublishFindings.For(refusal, "check");
            }
        }

        return PublishFindings.Superseded("a later result, or a worse one of the same attempt, already has a check run", "check");
    }

    private CheckConclusion Conclusion => request.Result == ResultState.Passed ? CheckConclusion.Success : CheckConclusion.Failure;

    private NewCheckRun New(NewCheckRunOutput output) =>
        new(name, context.HeadSha)
        {
            ExternalId = key,
            Status = CheckStatus.Completed,
            Conclusion = Conclusion,
            CompletedAt = request.At,
            DetailsUrl = request.Details?.AbsoluteUri,
            Output = output,
        };

    private CheckRunUpdate Changed(NewCheckRunOutput output) =>
        new()
        {
            Status = CheckStatus.Completed,
            Conclusion = Conclusion,
            CompletedAt = request.At,
            DetailsUrl = request.Details?.AbsoluteUri,
            Output = output,
        };

    private NewCheckRunOutput Output(string body, int written) =>
        new(PlainLine.From(request.Summary, 255), body)
        {
            Annotations = [.. request.Annotations.Skip(written).Take(AnnotationsPerRequest).Select(One)],
        };

    private static NewCheckRunAnnotation One(PublishedAnnotation annotation) =>
        new(
            annotation.Path,
            Math.Max(1, annotation.Line),
            Math.Max(1, annotation.Line),
            annotation.IsFailure ? CheckAnnotationLevel.Failure : CheckAnnotationLevel.Warning,
            PlainLine.From(annotation.Message, 4000)
        )
        {
            Title = PlainLine.From(annotation.Title, 255),
        };

    private sealed record Stored(CheckRun Run, CommentState? State)
    {
        public int Annotations => (int)(Run.Output?.AnnotationsCount ?? 0);
    }
}
