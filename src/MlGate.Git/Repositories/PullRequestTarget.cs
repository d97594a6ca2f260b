namespace MlGate.Git.Repositories;

/// <summary>The branch that a pull request targets, as build servers say it.</summary>
internal static class PullRequestTarget
{
    private const string Heads = "refs/heads/";

    private const string Queue = Heads + "gh-readonly-queue/";

    /// <summary>
    /// The branch without <c>refs/heads/</c>; null outside of a pull request. A merge queue tests what it will push to a branch, on a
    /// branch of its own that is named after it.
    /// </summary>
    /// <param name="variable">Value per name, null for none.</param>
    public static string? From(Func<string, string?> variable) =>
        (BuildServers.All.Select(server => server.TargetIn(variable)).FirstOrDefault(target => target is not null) ?? Queued(variable))
            is { } named
            ? Short(named)
            : null;

    /// <summary>The server and the variable that name the branch; null outside of a pull request.</summary>
    /// <param name="variable">Value per name, null for none.</param>
    public static (string Server, string Variable)? SourceOf(Func<string, string?> variable) =>
        BuildServers.All.FirstOrDefault(server => server.TargetIn(variable) is not null) is { Target: { } name } server
            ? (server.Name, name)
        : Queued(variable) is null ? null
        : ("GitHub merge queue", "GITHUB_REF");

    /// <summary>A branch's name without <c>refs/heads/</c>.</summary>
    public static string Short(string branch) => branch.StartsWith(Heads, StringComparison.Ordinal) ? branch[Heads.Length..] : branch;

    // refs/heads/gh-readonly-queue/BRANCH/pr-NUMBER-COMMIT
    private static string? Queued(Func<string, string?> variable) =>
        variable("GITHUB_EVENT_NAME") == "merge_group"
        && variable("GITHUB_REF") is { } name
        && name.StartsWith(Queue, StringComparison.Ordinal)
        && name.LastIndexOf("/pr-", StringComparison.Ordinal) is var end
        && end > Queue.Length
            ? name[Queue.Length..end]
            : null;
}
