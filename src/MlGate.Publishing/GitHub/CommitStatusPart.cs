using MlGate.Findings;
using MlGate.Publishing.Calls;

using Octokit;

namespace MlGate.Publishing.GitHub;

/// <summary>One line beside the commit.</summary>
internal static class CommitStatusPart
{
    // Not in GitHub's description of its API; a longer one is refused.
    private const int MostCharacters = 140;

    public static async Task<Finding?> Publish(GitHubClient client, ServerCalls calls, GitHubContext context, PublishRequest request, CancellationToken cancel)
    {
        var status = new NewCommitStatus
        {
            State = request.ExitCode switch
            {
                null => CommitState.Pending,
                ExitCode.Passed => CommitState.Success,
                ExitCode.Failed or ExitCode.Undecided => CommitState.Failure,
                _ => CommitState.Error,
            },
            Context = "mlgate/" + PlainLine.Of(request.Gate, 100),
            Description = PlainLine.Of(request.Summary, MostCharacters),
            TargetUrl = request.Details?.AbsoluteUri,
        };

        // The same context replaces: setting it twice is setting it once.
        var answer = await calls.Write("set the commit status", () => client.Repository.Status.Create(context.Owner, context.Repository, context.HeadSha, status), cancel).ConfigureAwait(false);
        return answer.Refusal is { } refusal ? PublishFindings.Of(refusal, "status") : null;
    }
}
