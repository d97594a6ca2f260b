namespace MlGate.Git.Repositories;

/// <summary>The branch that a pull request targets, as the systems of continuous integration say it.</summary>
internal static class PullRequestTarget
{
    private const string Heads = "refs/heads/";

    private static readonly string[] Variables = ["GITHUB_BASE_REF", "SYSTEM_PULLREQUEST_TARGETBRANCH"];

    /// <summary>The branch without <c>refs/heads/</c>; null outside of a pull request.</summary>
    public static string? Of(Func<string, string?> variable)
    {
        var named = Variables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return named is not null && named.StartsWith(Heads, StringComparison.Ordinal) ? named[Heads.Length..] : named;
    }
}
