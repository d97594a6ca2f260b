using MlGate.Publishing.Servers;
using MlGate.Reporting.Wording;

namespace MlGate.Publishing.GitLab;

/// <summary>GitLab CI: a note on the merge request. A job has no summary, and shows findings by the report <c>code-quality</c>.</summary>
internal sealed class GitLabCi : IServerKind
{
    /// <summary>
    /// The variable that usually holds the token: a project access token with the scope <c>api</c>. GitLab's own token of a job may not
    /// write notes.
    /// </summary>
    public const string TokenVariable = "GITLAB_TOKEN";

    public string Name => "GitLab CI";

    public IReadOnlyList<string> TokenVariables => [TokenVariable, "CI_JOB_TOKEN"];

    public bool IsHere(Func<string, string?> variable) => variable("GITLAB_CI") == "true";

    public TokenNeed TokenNeed(Func<string, string?> variable) =>
        new(
            TokenVariable,
            "the role Reporter and the scope api",
            "Create a project access token (Settings > Access tokens), and store it as the masked CI/CD variable GITLAB_TOKEN"
        );

    public BuildServer Open(ServerRun run)
    {
        var token = run.Token(TokenVariable);
        var context = GitLabContext.From(run.Variable, hasToken: token.Value.Length > 0);
        return new BuildServer
        {
            Context = context.Value,
            Host = context.Value is { } place ? new GitLabHost(place, token, run.Sending) : null,
            DrawsMermaid = true,
            Change = ChangeWords.MergeRequest,
            Links = GitLabLinks.From(run.Variable),
            Problems = context.Problems,
        };
    }
}
