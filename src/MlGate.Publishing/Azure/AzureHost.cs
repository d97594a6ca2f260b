using System.Text.Json.Nodes;

using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Comments;
using MlGate.Publishing.Contexts;

namespace MlGate.Publishing.Azure;

/// <summary>A pull request of Azure Repos: a thread, and a status that a branch policy can ask for.</summary>
/// <param name="context">Where, and what about.</param>
/// <param name="token">Goes to the host of the collection and nowhere else.</param>
/// <param name="sending">How requests leave.</param>
internal sealed class AzureHost(AzureContext context, ServerToken token, Sending sending) : IPullRequestHost
{
    /// <summary>The service takes 150,000 characters; bytes satisfy every reading of that.</summary>
    public const int MostBytes = 120_000;

    public async Task<IReadOnlyList<Finding>> Publish(PublishRequest request, CancellationToken cancel)
    {
        if (!context.HasPullRequest) return [];
        if (token.Value.Length == 0) return [PublishFindings.Of(new Refusal(RefusalKind.TokenRefused, "the token is empty: SYSTEM_ACCESSTOKEN must be mapped in the step's env"), "context")];
        if (request.Commit is { Length: > 0 } commit && commit != context.HeadSha && commit != context.MergeSha) return [PublishFindings.OtherCommit()];

        using var client = new AzureClient(context, token, sending, cancel);
        var calls = new ServerCalls(new Patience(sending.Waiting, sending.Limits));
        List<Finding?> findings = [];
        if (request.Comment is { } text)
        {
            // While something fails or is not known the thread is open, so that "all comments must be resolved" holds the pull request.
            var threads = new AzureThreads(client, calls, context, request.Gate, request.ExitCode == ExitCode.Passed ? "fixed" : "active");
            findings.AddRange(await new StickyComment(threads, calls.Patience).Publish(request, text, request.State(context), MostBytes, cancel).ConfigureAwait(false));
        }

        if (request.CommitStatus) findings.Add(await Status(client, calls, request, cancel).ConfigureAwait(false));
        return [.. findings.OfType<Finding>()];
    }

    private async Task<Finding?> Status(AzureClient client, ServerCalls calls, PublishRequest request, CancellationToken cancel)
    {
        // With the iteration a policy can tell the status of this push from that of an earlier one.
        var list = await calls.Read("list the iterations", () => client.Send(HttpMethod.Get, "/iterations"), cancel).ConfigureAwait(false);
        if (list.Value is not { } answer) return PublishFindings.Of(list.Refusal!, "status");
        var iteration = (answer["value"] as JsonArray ?? []).OfType<JsonObject>().LastOrDefault(one => one["sourceRefCommit"]?["commitId"] is JsonValue sha && sha.TryGetValue<string>(out var text) && text == context.HeadSha);

        var status = new JsonObject
        {
            ["state"] = request.ExitCode switch
            {
                null => "pending",
                ExitCode.Passed => "succeeded",
                ExitCode.Failed or ExitCode.Undecided => "failed",
                _ => "error",
            },
            ["description"] = PlainLine.Of(request.Summary, 140),
            ["context"] = new JsonObject { ["genre"] = "mlgate", ["name"] = PlainLine.Of(request.Gate, 100) },
        };
        if (iteration?["id"] is { } id) status["iterationId"] = id.DeepClone();
        if (request.Details is { } details) status["targetUrl"] = details.AbsoluteUri;

        // The same genre and name replace: setting it twice is setting it once.
        var set = await calls.Write("set the status", () => client.Send(HttpMethod.Post, "/statuses", (JsonObject)status.DeepClone()), cancel).ConfigureAwait(false);
        return set.Refusal is { } refusal ? PublishFindings.Of(refusal, "status") : null;
    }
}
