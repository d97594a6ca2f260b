using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Comments;
using MlGate.Publishing.Contexts;
using MlGate.Publishing.Statuses;

using Octokit;

namespace MlGate.Publishing;

/// <summary>Publishes a result to GitHub. What goes wrong is a warning: the verdict was decided before.</summary>
/// <param name="waiting">The time.</param>
/// <param name="transport">Makes what sends the requests; it must not follow redirects itself.</param>
/// <param name="limits">How long is tried.</param>
/// <param name="timeout">Of one request.</param>
internal sealed class GitHubPublisher(IWaiting waiting, Func<HttpMessageHandler> transport, PatienceLimits limits, TimeSpan timeout)
{
    public GitHubPublisher()
        : this(new SystemWaiting(), GitHubConnection.Network, PatienceLimits.Default, TimeSpan.FromSeconds(30))
    {
    }

    /// <returns>Warnings and remarks; empty when all is published.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<IReadOnlyList<Finding>> Publish(PublishRequest request, CancellationToken cancel)
    {
        if (request.Token.Value.Length == 0) return [PublishFindings.Of(new Refusal(RefusalKind.TokenRefused, "the token is empty"), "context")];

        var client = GitHubConnection.Open(request.Context.Api, request.Token, transport, timeout, cancel);
        var calls = new GitHubCalls(new Patience(waiting, limits));
        try
        {
            // The parts do not depend on each other: a token may be good for one of them only.
            List<Finding?> findings = [];
            if (request.Comment is not null) findings.AddRange(await Comment(client, calls, request, cancel).ConfigureAwait(false));
            if (request.CommitStatus) findings.Add(await CommitStatusPart.Publish(client, calls, request, cancel).ConfigureAwait(false));
            if (request.CheckRun) findings.Add(await CheckRunPart.Publish(client, calls, request, cancel).ConfigureAwait(false));
            return [.. findings.OfType<Finding>()];
        }
        finally
        {
            (client.Connection as IDisposable)?.Dispose();
        }
    }

    private static async Task<IEnumerable<Finding?>> Comment(GitHubClient client, GitHubCalls calls, PublishRequest request, CancellationToken cancel)
    {
        var pulls = new PullRequests(client, calls, request.Context);
        var number = await pulls.Number(cancel).ConfigureAwait(false);
        if (number.Value is not { } known) return number.Problems;

        var body = CommentBody.Of(request.Gate, request.Comment!, request.State);
        var comments = new PullRequestComments(client, calls, request.Context, known.Value);
        var authors = new CommentAuthors(client, calls, request.Context.Api, request.Login);
        var finding = await new StickyComment(comments, authors, calls.Patience)
            .Publish(request.Gate, body.Text, request.State, () => pulls.HasMoved(known.Value, cancel), cancel).ConfigureAwait(false);
        return [finding, body.Shortened && finding is null ? PublishFindings.Shortened("comment") : null];
    }
}
