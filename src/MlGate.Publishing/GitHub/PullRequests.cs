using System.Globalization;
using MlGate.Findings;
using MlGate.Publishing.Calls;
using Octokit;

namespace MlGate.Publishing.GitHub;

/// <summary>The number of a pull request.</summary>
internal sealed record PullRequestNumber(int Value);

/// <summary>Finds the pull request, and whether it still shows the measured commit.</summary>
internal sealed class PullRequests(GitHubClient client, ServerCalls calls, GitHubContext context)
{
    private string? firstParent;

    /// <param name="commit">What was measured, after <see cref="IsAboutAsync"/> has found nothing against it; null where it is not
    /// known.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result<PullRequestNumber>> FindNumberAsync(string? commit, CancellationToken cancel)
    {
        if (context.PullRequest is { } number)
        {
            return new PullRequestNumber(number);
        }

        if (context.Head is not { } head)
        {
            return PublishFindings.PlaceUnknown("no pull request in the event", "comment");
        }

        // By owner, branch and commit of the event: a number in an artifact of a fork is its author's word.
        var list = await calls
            .ReadAsync(
                "find the pull request",
                () =>
                    GetAsync<List<PullAnswer>>(
                        "pulls",
                        new Dictionary<string, string>
                        {
                            ["state"] = "open",
                            ["head"] = $"{head.Owner}:{head.Branch}",
                            ["per_page"] = "100",
                        }
                    ),
                cancel
            )
            .ConfigureAwait(false);
        if (list.Value is not { } pulls)
        {
            return PublishFindings.For(list.Error!, "comment");
        }

        var ofBranch = pulls
            .Where(pull => string.Equals(pull.Head?.Repo?.FullName, head.Repository, StringComparison.OrdinalIgnoreCase))
            .ToList();
        var found = ofBranch.Where(pull => pull.Head!.Sha == context.HeadSha).ToList();
        return found switch
        {
            [var only] => new PullRequestNumber(only.Number),
            [] when ofBranch.Count > 0 => Moved(),
            [] => PublishFindings.PlaceUnknown("no open pull request for the measured branch", "comment"),
            _ => await FindOfMergeAsync(found, commit, cancel).ConfigureAwait(false),
        };
    }

    /// <summary>A finding if the pull request shows another commit by now, or cannot be read.</summary>
    public async Task<Finding?> HasMovedAsync(int number, CancellationToken cancel)
    {
        var answer = await calls
            .ReadAsync(
                "read the pull request",
                () =>
                    GetAsync<PullAnswer>(string.Create(CultureInfo.InvariantCulture, $"pulls/{number}"), new Dictionary<string, string>()),
                cancel
            )
            .ConfigureAwait(false);
        if (answer.Value is not { } pull)
        {
            return PublishFindings.For(answer.Error!, "comment");
        }

        if (pull.Head?.Sha is not { Length: > 0 } sha)
        {
            return PublishFindings.For(ServerErrorReader.Empty("read the pull request"), "comment");
        }

        return sha == context.HeadSha ? null : Moved();
    }

    /// <summary>A finding unless the report is about the commit of the event, or about the merge that the server made of it.</summary>
    public async Task<Finding?> IsAboutAsync(string commit, CancellationToken cancel)
    {
        if (commit == context.HeadSha || (!context.IsSecondStep && (commit.Length == 0 || commit == context.MergeSha)))
        {
            return null;
        }

        if (!context.IsSecondStep || commit.Length == 0)
        {
            return PublishFindings.OtherCommit();
        }

        // The event of the second step does not know which merge was measured, but a merge names its parents.
        var answer = await calls
            .ReadAsync("read the measured commit", () => GetAsync<CommitAnswer>($"git/commits/{commit}", []), cancel)
            .ConfigureAwait(false);
        if (answer.Value is not { } merge)
        {
            return answer.Error!.Kind == ServerErrorKind.NotFound
                ? PublishFindings.OtherCommit()
                : PublishFindings.For(answer.Error, "context");
        }

        if (merge.Parents is not { Count: 2 } parents || parents[1].Sha != context.HeadSha)
        {
            return PublishFindings.OtherCommit();
        }

        firstParent = parents[0].Sha;
        return null;
    }

    // Several pull requests of one branch differ in where they lead to, and so do the merges that the server made of them.
    private async Task<Result<PullRequestNumber>> FindOfMergeAsync(List<PullAnswer> found, string? commit, CancellationToken cancel)
    {
        var numbers = string.Join(" and ", found.Select(pull => string.Create(CultureInfo.InvariantCulture, $"#{pull.Number}")));
        if (commit is null || firstParent is not { } parent)
        {
            return PublishFindings.SeveralPullRequests($"{numbers} have the measured commit, and no merge was measured");
        }

        if (Only(found.Where(pull => pull.MergeCommitSha == commit)) is { } merged)
        {
            return merged;
        }

        if (Only(found.Where(pull => pull.Base?.Sha == parent)) is { } tip)
        {
            return tip;
        }

        // The target has moved on: the merge is into the one that has its first parent in its history.
        List<PullAnswer> into = [];
        foreach (var pull in found.Where(pull => pull.Base?.Ref is { Length: > 0 }))
        {
            var range = $"{parent}...{Uri.EscapeDataString(pull.Base!.Ref!)}";
            var answer = await calls
                .ReadAsync(
                    "compare with the target branch",
                    () => GetAsync<ComparisonAnswer>($"compare/{range}", new() { ["per_page"] = "1" }),
                    cancel
                )
                .ConfigureAwait(false);
            if (answer.Value is null && answer.Error!.Kind != ServerErrorKind.NotFound)
            {
                return PublishFindings.For(answer.Error, "comment");
            }

            if (answer.Value is { Status: "ahead" or "identical" })
            {
                into.Add(pull);
            }
        }

        return Only(into)
            ?? (Result<PullRequestNumber>)
                PublishFindings.SeveralPullRequests(
                    $"{numbers} have the measured commit, and the measured merge does not identify one of them"
                );
    }

    private static PullRequestNumber? Only(IEnumerable<PullAnswer> pulls) =>
        pulls.ToList() is [var only] ? new PullRequestNumber(only.Number) : null;

    private static Finding Moved() => PublishFindings.Superseded("the pull request has a newer commit");

    private async Task<T> GetAsync<T>(string path, Dictionary<string, string> query) =>
        (
            await client
                .Connection.Get<T>(new Uri($"repos/{context.Owner}/{context.Repository}/{path}", UriKind.Relative), query)
                .ConfigureAwait(false)
        ).Body;
}
