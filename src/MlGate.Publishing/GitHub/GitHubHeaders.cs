using System.Net.Http.Headers;

namespace MlGate.Publishing.GitHub;

/// <summary>The headers that GitHub asks for, where Octokit sends others.</summary>
internal sealed class GitHubHeaders : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Octokit labels the JSON of some calls as a form.
        if (request.Content is { } content)
        {
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        request.Headers.Remove("X-GitHub-Api-Version");
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        request.Headers.Accept.Clear();
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Headers.Accept.ParseAdd("application/json;q=0.9");
        return base.SendAsync(request, cancellationToken);
    }
}
