using System.Globalization;
using MlGate.Publishing.Servers;
using MlGate.Reporting.Markdown;

namespace MlGate.Publishing.GitLab;

/// <summary>Pages of a project on GitLab.</summary>
/// <param name="project">Address of the project's first page.</param>
internal sealed class GitLabLinks(WebAddress project) : IRepositoryLinks
{
    public Uri Commit(string sha) => project.Below($"-/commit/{sha}");

    public Uri Line(string sha, string path, int line) =>
        project.Below($"-/blob/{sha}/{WebAddress.Escape(path)}#L{line.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The pages of the project that a merge request is for; null where its address is none of https.</summary>
    /// <param name="variable">Looks up an environment variable; null where it is not set.</param>
    public static GitLabLinks? From(Func<string, string?> variable) =>
        WebAddress.From(variable("CI_MERGE_REQUEST_PROJECT_URL") ?? variable("CI_PROJECT_URL"), "") is { } project
            ? new GitLabLinks(project)
            : null;
}
