using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Comments;
using MlGate.Publishing.Contexts;

namespace MlGate.Publishing.GitLab;

/// <summary>
/// A merge request of GitLab: a note. There is no status to set: GitLab merges by the pipeline, in which the job that measured has its own.
/// </summary>
/// <param name="context">Where, and what about.</param>
/// <param name="token">Goes to the host of the API and nowhere else.</param>
/// <param name="sending">How requests leave.</param>
internal sealed class GitLabHost(GitLabContext context, ServerToken token, HttpSettings sending) : IPullRequestHost
{
    /// <summary>GitLab takes a million characters; a longer comment than on GitHub is read by nobody.</summary>
    public const int MostBytes = 65_000;

    public async Task<IReadOnlyList<Finding>> PublishAsync(PublishRequest request, CancellationToken cancel)
    {
        if (!context.HasPullRequest || request.Comment is not { } text)
        {
            return [];
        }

        if (token.Value.Length == 0)
        {
            return
            [
                PublishFindings.For(
                    new ServerError(
                        ServerErrorKind.TokenRefused,
                        $"empty token: set the CI/CD variable ({GitLabCi.TokenVariable}, or that of --token-env) to a project access token "
                            + "with the scope api"
                    ),
                    "context"
                ),
            ];
        }

        if (request.Commit is { Length: > 0 } commit && commit != context.HeadSha && commit != context.PipelineSha)
        {
            return [PublishFindings.OtherCommit()];
        }

        using var client = new GitLabClient(context, token, sending, cancel);
        var calls = new ServerCalls(new RetryPolicy(sending.Waiting, sending.Limits));
        return await new StickyComment(new GitLabNotes(client, calls, context, request.Gate), calls.Patience)
            .PublishAsync(request, before => QuickActions.Disarm(text(before)), request.State(context), MostBytes, cancel)
            .ConfigureAwait(false);
    }
}
