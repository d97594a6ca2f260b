namespace MlGate.Cli.Composition;

/// <summary>What the environment says, read once at the door.</summary>
/// <param name="ContinuousIntegration">Does a build server run this?</param>
/// <param name="TargetBranch">The branch that the pull request targets, without <c>refs/heads/</c>; null outside of one.</param>
internal sealed record Surroundings(bool ContinuousIntegration, string? TargetBranch)
{
    public static Surroundings Read(Func<string, string?> variable)
    {
        bool Set(string name) => variable(name) is { Length: > 0 } value && !value.Equals("false", StringComparison.OrdinalIgnoreCase);

        var target = variable("GITHUB_BASE_REF") is { Length: > 0 } github ? github : variable("SYSTEM_PULLREQUEST_TARGETBRANCH");
        const string Heads = "refs/heads/";
        return new Surroundings(
            Set("CI") || Set("GITHUB_ACTIONS") || Set("TF_BUILD"),
            target is { Length: > 0 } ? target.StartsWith(Heads, StringComparison.Ordinal) ? target[Heads.Length..] : target : null);
    }
}
