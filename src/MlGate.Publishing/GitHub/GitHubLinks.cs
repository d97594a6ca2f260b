using System.Globalization;
using MlGate.Publishing.Servers;
using MlGate.Reporting.Markdown;

namespace MlGate.Publishing.GitHub;

/// <summary>Pages of a repository on GitHub.</summary>
/// <param name="repository">Address of the repository's first page.</param>
internal sealed class GitHubLinks(WebAddress repository) : IRepositoryLinks
{
    public Uri Commit(string sha) => repository.Below($"commit/{sha}");

    public Uri Line(string sha, string path, int line) =>
        repository.Below($"blob/{sha}/{WebAddress.Escape(path)}#L{line.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The pages of a repository of a server; null where its address is none of https.</summary>
    /// <param name="server"><c>GITHUB_SERVER_URL</c>.</param>
    /// <param name="context">Names the repository.</param>
    public static GitHubLinks? From(string? server, GitHubContext context) =>
        WebAddress.From(server, $"{context.Owner}/{context.Repository}") is { } repository ? new GitHubLinks(repository) : null;
}
