using MlGate.Publishing.Azure;
using MlGate.Publishing.GitHub;
using MlGate.Publishing.GitLab;
using MlGate.Reporting.Markdown;

namespace MlGate.Publishing.Tests;

/// <summary>Addresses of commits and lines, as each host writes them.</summary>
public sealed class RepositoryLinksTests
{
    private const string Sha = "6dcb09b5b57875f334f61aebed695e2e4193db5e";

    [Theory]
    [InlineData("https://github.com", "https://github.com/acme/churn/")]
    [InlineData("https://ghe.acme.test/", "https://ghe.acme.test/acme/churn/")]
    public void GitHub_has_a_page_of_each_commit_and_line(string server, string start)
    {
        var links = GitHubLinks.From(server, GitHub())!;

        Assert.Equal(start + "commit/" + Sha, links.Commit(Sha).AbsoluteUri);
        Assert.Equal(start + $"blob/{Sha}/samples/churn/mlgate.yml#L95", links.Line(Sha, "samples/churn/mlgate.yml", 95).AbsoluteUri);
    }

    [Fact]
    public void Azure_names_the_version_and_selects_the_line()
    {
        IRepositoryLinks links = AzureLinks.From(
            new AzureContext
            {
                Collection = new Uri("https://dev.azure.com/acme/"),
                Project = "11111111-1111-1111-1111-111111111111",
                ProjectName = "Churn",
                Repository = "22222222-2222-2222-2222-222222222222",
                HeadSha = Sha,
                Run = 1,
                Attempt = 1,
            }
        )!;

        const string Start = "https://dev.azure.com/acme/11111111-1111-1111-1111-111111111111/_git/22222222-2222-2222-2222-222222222222";
        Assert.Equal($"{Start}/commit/{Sha}", links.Commit(Sha).AbsoluteUri);
        Assert.Equal(
            $"{Start}?path=/mlgate.yml&version=GC{Sha}&line=95&lineEnd=96&lineStartColumn=1&lineEndColumn=1",
            links.Line(Sha, "mlgate.yml", 95).AbsoluteUri
        );
    }

    [Fact]
    public void GitLab_links_the_project_that_the_merge_request_is_for()
    {
        Dictionary<string, string?> variables = new()
        {
            ["CI_PROJECT_URL"] = "https://gitlab.test/me/churn",
            ["CI_MERGE_REQUEST_PROJECT_URL"] = "https://gitlab.test/group/sub/churn",
        };

        var links = GitLabLinks.From(variables.GetValueOrDefault)!;

        Assert.Equal($"https://gitlab.test/group/sub/churn/-/commit/{Sha}", links.Commit(Sha).AbsoluteUri);
        Assert.Equal($"https://gitlab.test/group/sub/churn/-/blob/{Sha}/mlgate.yml#L95", links.Line(Sha, "mlgate.yml", 95).AbsoluteUri);
    }

    [Theory]
    [InlineData("a b/ü#L1?x=1&y/%2e%2e/c.yml")]
    [InlineData("x/)](https://evil.test)/c.yml")]
    public void A_path_stays_a_path(string path)
    {
        var address = GitHubLinks.From("https://github.com", GitHub())!.Line(Sha, path, 7);

        Assert.StartsWith($"https://github.com/acme/churn/blob/{Sha}/", address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("", address.Query);
        Assert.Equal("#L7", address.Fragment);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://github.com")]
    [InlineData("https://user:word@github.com")]
    [InlineData("https://github.com/?x")]
    [InlineData("javascript:alert(1)")]
    public void Another_address_gives_no_links(string? server) => Assert.Null(GitHubLinks.From(server, GitHub()));

    private static GitHubContext GitHub() =>
        new()
        {
            Api = ApiAddress.From(null, null, null)!,
            Owner = "acme",
            Repository = "churn",
            HeadSha = Sha,
            Run = 1,
            Attempt = 1,
        };
}
