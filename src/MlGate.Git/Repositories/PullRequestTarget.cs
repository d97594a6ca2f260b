namespace MlGate.Git.Repositories;

/// <summary>The branch that a pull request targets, as the systems of continuous integration say it.</summary>
internal static class PullRequestTarget
{
    private const string Heads = "refs/heads/";

    private static readonly string[] Variables = ["GITHUB_BASE_REF", "SYSTEM_PULLREQUEST_TARGETBRANCH"];

    private const string Queue = Heads + "gh-readonly-queue/";

    /// <summary>The branch without <c>refs/heads/</c>; null outside of a pull request. A merge queue tests what it will push to a branch, on a branch of its own that is named after it.</summary>
    public static string? Of(Func<string, string?> variable)
    {
        var named = Variables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? Queued(variable);
        return named is not null && named.StartsWith(Heads, StringComparison.Ordinal) ? named[Heads.Length..] : named;
    }

    // refs/heads/gh-readonly-queue/BRANCH/pr-NUMBER-COMMIT
    private static string? Queued(Func<string, string?> variable) =>
        variable("GITHUB_EVENT_NAME") == "merge_group" && variable("GITHUB_REF") is { } name && name.StartsWith(Queue, StringComparison.Ordinal)
            && name.LastIndexOf("/pr-", StringComparison.Ordinal) is var end && end > Queue.Length
            ? name[Queue.Length..end]
            : null;
}
