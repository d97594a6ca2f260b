using System.Globalization;

using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Comments;
using MlGate.Publishing.Ordering;
using MlGate.Reports;

using Octokit;

namespace MlGate.Publishing.GitHub;

/// <summary>
/// A check run with annotations: one for each attempt. Its text ends as a comment does, with the hidden state of the result that it shows; a newer result of the same attempt replaces it.
/// </summary>
internal sealed class CheckRunPart(GitHubClient client, ServerCalls calls, GitHubContext context, PublishRequest request)
{
    private const int MostBytes = 65_535;
    private const int AnnotationsPerRequest = 50;
    private const int MostRounds = 40;

    private readonly string name = "mlgate/" + PlainLine.Of(request.Gate, 100);
    private readonly string key = string.Create(CultureInfo.InvariantCulture, $"mlgate/{request.Gate}/{context.Run}/{context.Attempt}");
    private readonly CommentState state = request.State(context);

    public async Task<Finding?> Publish(CancellationToken cancel)
    {
        var body = CommentBody.Of(request.Gate, request.Comment?.Invoke(null) ?? request.Summary, state, MostBytes).Text;
        var (failures, pages) = (0, Math.Max(1, (request.Annotations.Count + AnnotationsPerRequest - 1) / AnnotationsPerRequest));

        // Annotations add up: each round asks how many are there, so that no failure makes them double.
        for (var round = 1; round <= MostRounds; round++)
        {
            var list = await calls.Read("list the check runs", () => client.Check.Run.GetAllForReference(
                context.Owner, context.Repository, context.HeadSha, new CheckRunRequest { CheckName = name, Filter = CheckRunCompletedAtFilter.All }, new ApiOptions { PageSize = 100, PageCount = 1 }), cancel).ConfigureAwait(false);
            if (list.Value is not { } found) return PublishFindings.Of(list.Refusal!, "check");

            var stored = found.CheckRuns.Select(run => new Stored(run, CommentState.Read(run.Output?.Summary ?? ""))).ToList();
            if (stored.Exists(one => ResultOrder.Of(one.State)?.CompareTo(ResultOrder.Of(state)) > 0)) return PublishFindings.Superseded("a later result has its check run already", "check");

            // What is annotated stays annotated: a run with the marks of an older report is left behind, and a new one stands before it.
            var ours = stored.Where(one => one.Run.ExternalId == key).ToList();
            var same = ours.Where(one => one.State == state).MinBy(one => one.Run.Id);
            var existing = same ?? ours.Where(one => one.Annotations == 0).MinBy(one => one.Run.Id);
            if (same is not null && same.Annotations >= request.Annotations.Count) return null;

            var output = Output(body, existing?.Annotations ?? 0);
            var answer = existing is null
                ? await calls.Once("create the check run", () => client.Check.Run.Create(context.Owner, context.Repository, New(output)), cancel).ConfigureAwait(false)
                : await calls.Once("update the check run", () => client.Check.Run.Update(context.Owner, context.Repository, existing.Run.Id, Changed(output)), cancel).ConfigureAwait(false);
            if (answer.Refusal is { } refusal && !await calls.Patience.WaitFor(refusal, ++failures, cancel).ConfigureAwait(false)) return PublishFindings.Of(refusal, "check");
            if (answer.Refusal is null && --pages == 0) return null;
        }

        return PublishFindings.Of(new Refusal(RefusalKind.Refused, "the check run does not take its annotations"), "check");
    }

    private CheckConclusion Conclusion => request.ExitCode == ExitCode.Passed ? CheckConclusion.Success : CheckConclusion.Failure;

    private NewCheckRun New(NewCheckRunOutput output) => new(name, context.HeadSha)
    {
        ExternalId = key,
        Status = CheckStatus.Completed,
        Conclusion = Conclusion,
        CompletedAt = request.At,
        DetailsUrl = request.Details?.AbsoluteUri,
        Output = output,
    };

    private CheckRunUpdate Changed(NewCheckRunOutput output) => new()
    {
        Status = CheckStatus.Completed,
        Conclusion = Conclusion,
        CompletedAt = request.At,
        DetailsUrl = request.Details?.AbsoluteUri,
        Output = output,
    };

    private NewCheckRunOutput Output(string body, int written) => new(PlainLine.Of(request.Summary, 255), body)
    {
        Annotations = [.. request.Annotations.Skip(written).Take(AnnotationsPerRequest).Select(One)],
    };

    private static NewCheckRunAnnotation One(PublishedAnnotation annotation) =>
        new(annotation.Path, Math.Max(1, annotation.Line), Math.Max(1, annotation.Line), annotation.IsFailure ? CheckAnnotationLevel.Failure : CheckAnnotationLevel.Warning, PlainLine.Of(annotation.Message, 4000))
        {
            Title = PlainLine.Of(annotation.Title, 255),
        };

    private sealed record Stored(CheckRun Run, CommentState? State)
    {
        public int Annotations => (int)(Run.Output?.AnnotationsCount ?? 0);
    }
}
