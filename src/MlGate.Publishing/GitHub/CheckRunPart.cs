using System.Globalization;

using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Comments;

using Octokit;

namespace MlGate.Publishing.GitHub;

/// <summary>A check run with annotations.</summary>
internal static class CheckRunPart
{
    private const int MostBytes = 65_535;
    private const int AnnotationsPerRequest = 50;
    private const int MostRounds = 40;

    public static async Task<Finding?> Publish(GitHubClient client, ServerCalls calls, GitHubContext context, PublishRequest request, CancellationToken cancel)
    {
        var name = "mlgate/" + PlainLine.Of(request.Gate, 100);
        var key = string.Create(CultureInfo.InvariantCulture, $"mlgate/{request.Gate}/{context.Run}/{context.Attempt}");
        var (failures, pages) = (0, Math.Max(1, (request.Annotations.Count + AnnotationsPerRequest - 1) / AnnotationsPerRequest));

        // Annotations add up: each round asks how many are there, so that no failure makes them double.
        for (var round = 1; round <= MostRounds; round++)
        {
            var list = await calls.Read("list the check runs", () => client.Check.Run.GetAllForReference(
                context.Owner, context.Repository, context.HeadSha, new CheckRunRequest { CheckName = name, Filter = CheckRunCompletedAtFilter.All }, new ApiOptions { PageSize = 100, PageCount = 1 }), cancel).ConfigureAwait(false);
            if (list.Value is not { } found) return PublishFindings.Of(list.Refusal!, "check");

            var existing = found.CheckRuns.Where(run => run.ExternalId == key).MinBy(run => run.Id);
            var written = existing is null ? 0 : (int)existing.Output.AnnotationsCount;
            if (existing is not null && written >= request.Annotations.Count) return null;

            var output = Output(request, written);
            var answer = existing is null
                ? await calls.Once("create the check run", () => client.Check.Run.Create(context.Owner, context.Repository, New(context, request, name, key, output)), cancel).ConfigureAwait(false)
                : await calls.Once("add annotations", () => client.Check.Run.Update(context.Owner, context.Repository, existing.Id, new CheckRunUpdate { Output = output }), cancel).ConfigureAwait(false);
            if (answer.Refusal is { } refusal && !await calls.Patience.WaitFor(refusal, ++failures, cancel).ConfigureAwait(false)) return PublishFindings.Of(refusal, "check");
            if (answer.Refusal is null && --pages == 0) return null;
        }

        return PublishFindings.Of(new Refusal(RefusalKind.Refused, "the check run does not take its annotations"), "check");
    }

    private static NewCheckRun New(GitHubContext context, PublishRequest request, string name, string key, NewCheckRunOutput output) => new(name, context.HeadSha)
    {
        ExternalId = key,
        Status = CheckStatus.Completed,
        Conclusion = request.ExitCode == ExitCode.Passed ? CheckConclusion.Success : CheckConclusion.Failure,
        CompletedAt = request.At,
        DetailsUrl = request.Details?.AbsoluteUri,
        Output = output,
    };

    private static NewCheckRunOutput Output(PublishRequest request, int written) =>
        new(PlainLine.Of(request.Summary, 255), MarkdownLength.Fit(request.Comment?.Invoke(null).ReplaceLineEndings("\n") ?? request.Summary, MostBytes))
        {
            Annotations = [.. request.Annotations.Skip(written).Take(AnnotationsPerRequest).Select(One)],
        };

    private static NewCheckRunAnnotation One(PublishedAnnotation annotation) =>
        new(annotation.Path, Math.Max(1, annotation.Line), Math.Max(1, annotation.Line), annotation.IsFailure ? CheckAnnotationLevel.Failure : CheckAnnotationLevel.Warning, PlainLine.Of(annotation.Message, 4000))
        {
            Title = PlainLine.Of(annotation.Title, 255),
        };
}
