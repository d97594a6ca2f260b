using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Comments;
using MlGate.Publishing.Contexts;
using MlGate.Publishing.Ordering;
using MlGate.Publishing.Statuses;
using Octokit;

namespace MlGate.Publishing.GitHub;

/// <summary>A pull request on github.com, ghe.com or an Enterprise Server.</summary>
/// <param name="context">Where, and what about.</param>
/// <param name="token">Goes to the host of <see cref="ApiAddress.Rest"/> and nowhere else.</param>
/// <param name="login">Whose comments are ours where the server does not say; null for those of any bot.</param>
/// <param name="sending">How requests leave.</param>
internal sealed class GitHubHost(GitHubContext context, ServerToken token, string? login, HttpSettings sending) : IPullRequestHost
{
    /// <summary>GitHub takes 65,536 characters; bytes satisfy every reading of that.</summary>
    public const int MostBytes = 65_000;

    public async Task<IReadOnlyList<Finding>> PublishAsync(PublishRequest request, CancellationToken cancel)
    {
        if (token.Value.Length == 0)
        {
            return [PublishFindings.For(new ServerError(ServerErrorKind.TokenRefused, "empty token"), "context")];
        }

        var client = GitHubConnection.Open(context.Api, token, sending.Transport, sending.Timeout, cancel);
        var calls = new ServerCalls(new RetryPolicy(sending.Waiting, sending.Limits));
        try
        {
            var pulls = new PullRequests(client, calls, context);
            if (request.Commit is { } commit && await pulls.IsAboutAsync(commit, cancel).ConfigureAwait(false) is { } other)
            {
                return [other];
            }

            // The parts do not depend on each other: a token may be good for one of them only. But what is too old for the comment is too
            // old for all.
            List<Finding?> findings = [];
            if (request.Comment is { } text && context.HasPullRequest)
            {
                findings.AddRange(await PublishCommentAsync(client, calls, pulls, request, text, cancel).ConfigureAwait(false));
            }

            if (findings.Exists(PublishFindings.IsSuperseded) || !context.MaySetStatus)
            {
                return [.. findings.OfType<Finding>()];
            }

            if (request.CommitStatus)
            {
                findings.Add(await PublishStatusAsync(client, calls, request, cancel).ConfigureAwait(false));
            }

            if (request.CheckRun)
            {
                findings.Add(await new CheckRunPart(client, calls, context, request).PublishAsync(cancel).ConfigureAwait(false));
            }

            return [.. findings.OfType<Finding>()];
        }
        finally
        {
            (client.Connection as IDisposable)?.Dispose();
        }
    }

    private Task<Finding?> PublishStatusAsync(GitHubClient client, ServerCalls calls, PublishRequest request, CancellationToken cancel)
    {
        var order = ResultOrder.From(request.State(context))!;
        var status = GitHubStatuses.For(request, request.Details is { } link ? order.In(link) : null);
        return new OrderedStatus(new GitHubStatuses(client, calls, context, request.Gate), calls.Patience).PublishAsync(
            status,
            order,
            cancel
        );
    }

    private async Task<IEnumerable<Finding?>> PublishCommentAsync(
        GitHubClient client,
        ServerCalls calls,
        PullRequests pulls,
        PublishRequest request,
        Func<string?, string> text,
        CancellationToken cancel
    )
    {
        var number = await pulls.FindNumberAsync(request.Commit, cancel).ConfigureAwait(false);
        if (number.Value is not { } known)
        {
            return number.Problems;
        }

        var comments = new GitHubComments(
            client,
            calls,
            context,
            known.Value,
            request.Gate,
            new CommentAuthors(client, calls, context.Api, login),
            pulls
        );
        return await new StickyComment(comments, calls.Patience)
            .PublishAsync(request, text, request.State(context), MostBytes, cancel)
            .ConfigureAwait(false);
    }
}
