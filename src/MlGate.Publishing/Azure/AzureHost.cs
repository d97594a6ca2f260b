using System.Text.Json.Nodes;
using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Comments;
using MlGate.Publishing.Contexts;
using MlGate.Publishing.Ordering;
using MlGate.Publishing.Statuses;

namespace MlGate.Publishing.Azure;

/// <summary>A pull request of Azure Repos: a thread, and a status that a branch policy can ask for.</summary>
/// <param name="context">Where, and what about.</param>
/// <param name="token">Goes to the host of the collection and nowhere else.</param>
/// <param name="sending">How requests leave.</param>
internal sealed class AzureHost(AzureContext context, ServerToken token, HttpSettings sending) : IPullRequestHost
{
    /// <summary>The service takes 150,000 characters; bytes satisfy every reading of that.</summary>
    public const int MostBytes = 120_000;

    public async Task<IReadOnlyList<Finding>> PublishAsync(PublishRequest request, CancellationToken cancel)
    {
        if (!context.HasPullRequest)
        {
            return [];
        }

        if (token.Value.Length == 0)
        {
            return
            [
                PublishFindings.For(
                    new ServerError(ServerErrorKind.TokenRefused, "empty token: pass SYSTEM_ACCESSTOKEN in the env of the step"),
                    "context"
                ),
            ];
        }

        if (request.Commit is { Length: > 0 } commit && commit != context.HeadSha && commit != context.MergeSha)
        {
            return [PublishFindings.OtherCommit()];
        }

        using var client = new AzureClient(context, token, sending, cancel);
        var calls = new ServerCalls(new RetryPolicy(sending.Waiting, sending.Limits));
        List<Finding?> findings = [];
        if (request.Comment is { } text)
        {
            // While something fails or is not known the thread is open, so that "all comments must be resolved" holds the pull request.
            var threads = new AzureThreads(client, calls, context, request.Gate, request.Result == ResultState.Passed ? "fixed" : "active");
            findings.AddRange(
                await new StickyComment(threads, calls.Patience)
                    .PublishAsync(request, text, request.State(context), MostBytes, cancel)
                    .ConfigureAwait(false)
            );
        }

        if (request.CommitStatus && context.MaySetStatus && !findings.Exists(PublishFindings.IsSuperseded))
        {
            findings.Add(await PublishStatusAsync(client, calls, request, cancel).ConfigureAwait(false));
        }

        return [.. findings.OfType<Finding>()];
    }

    private async Task<Finding?> PublishStatusAsync(AzureClient client, ServerCalls calls, PublishRequest request, CancellationToken cancel)
    {
        var list = await calls
            .ReadAsync("list the iterations", () => client.SendAsync(HttpMethod.Get, "/iterations"), cancel)
            .ConfigureAwait(false);
        if (list.Value is not { } answer)
        {
            return PublishFindings.For(list.Error!, "status");
        }

        var iteration = (answer["value"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .LastOrDefault(one => one["sourceRefCommit"]?["commitId"].Text() == context.HeadSha);
        var id = iteration?["id"].Number();

        var order = ResultOrder.From(request.State(context))!;
        var status = AzureStatuses.For(request, request.Details is { } link ? order.In(link) : null);
        return await new OrderedStatus(new AzureStatuses(client, calls, request.Gate, id), calls.Patience)
            .PublishAsync(status, order, cancel)
            .ConfigureAwait(false);
    }
}
