using MlGate.Publishing.Calls;
using MlGate.Publishing.Contexts;
using Octokit;
using Octokit.Internal;

namespace MlGate.Publishing.GitHub;

/// <summary>Makes Octokit's client for one server.</summary>
internal static class GitHubConnection
{
    /// <param name="address">The API's address; no other host is ever asked.</param>
    /// <param name="token">Of the run.</param>
    /// <param name="transport">What sends.</param>
    /// <param name="timeout">Of one request.</param>
    /// <param name="stop">Cancels all calls.</param>
    public static GitHubClient Open(
        ApiAddress address,
        ServerToken token,
        Func<HttpMessageHandler> transport,
        TimeSpan timeout,
        CancellationToken stop
    )
    {
        // Not new GitHubClient(product, uri): that one adds /api/v3/ to the addresses of ghe.com.
        var connection = new Connection(
            new Octokit.ProductHeaderValue("mlgate"),
            address.Rest,
            new InMemoryCredentialStore(new Credentials(token.Value)),
            new HttpClientAdapter(() =>
                new GitHubHeaders { InnerHandler = new PinnedHost(address.Rest, stop) { InnerHandler = transport() } }
            ),
            new SimpleJsonSerializer()
        );
        connection.SetRequestTimeout(timeout);
        return new GitHubClient(connection);
    }
}
