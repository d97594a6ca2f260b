namespace MlGate.Publishing.GitHub;

/// <summary>Where a server answers.</summary>
/// <param name="Rest">Ends with a slash, or the last part of the path would be lost.</param>
/// <param name="GraphQl">On the same host; null where it is not known.</param>
internal sealed record ApiAddress(Uri Rest, Uri? GraphQl)
{
    /// <summary>Reads the addresses of a run; null unless they are https (or of this machine).</summary>
    /// <param name="api"><c>GITHUB_API_URL</c>; null where it is not set.</param>
    /// <param name="server"><c>GITHUB_SERVER_URL</c>: the API's address follows from it where that is not given.</param>
    /// <param name="graphQl"><c>GITHUB_GRAPHQL_URL</c>.</param>
    public static ApiAddress? From(string? api, string? server, string? graphQl)
    {
        if (Read(string.IsNullOrWhiteSpace(api) ? OfServer(server) : api) is not { } rest)
        {
            return null;
        }

        var named = string.IsNullOrWhiteSpace(graphQl) ? null : Read(graphQl);
        var answer = named ?? OfRest(rest);
        var sameHost = answer.Scheme == rest.Scheme && answer.Host == rest.Host && answer.Port == rest.Port;
        return new ApiAddress(rest, sameHost ? new Uri(answer.AbsoluteUri.TrimEnd('/')) : null);
    }

    private static Uri? Read(string? text) =>
        Uri.TryCreate(text?.Trim().TrimEnd('/') + "/", UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : null;

    private static string? OfServer(string? server)
    {
        if (string.IsNullOrWhiteSpace(server))
        {
            return "https://api.github.com";
        }

        if (Read(server) is not { } uri)
        {
            return null;
        }

        return uri.Host is "github.com" || uri.Host.EndsWith(".ghe.com", StringComparison.Ordinal)
            ? $"https://api.{uri.Authority}"
            : uri + "api/v3";
    }

    // An Enterprise Server has both below /api; github.com and ghe.com have a host for them.
    private static Uri OfRest(Uri rest) =>
        rest.AbsolutePath.EndsWith("/api/v3/", StringComparison.Ordinal) ? new Uri(rest, "../graphql") : new Uri(rest, "graphql");
}
