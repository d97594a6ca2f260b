namespace MlGate.Publishing.Calls;

/// <summary>Lets requests pass to one host only. Clients follow redirects and links of answers, and would send the token along.</summary>
internal sealed class PinnedHost(Uri api, CancellationToken stop) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var to = request.RequestUri!;
        if (to.Scheme != api.Scheme || to.Host != api.Host || to.Port != api.Port)
        {
            throw new ForeignHostException($"another host, {to.Host}");
        }

        // Octokit's calls take no token of cancellation.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellationToken);
        return await base.SendAsync(request, either.Token).ConfigureAwait(false);
    }
}

/// <summary>A request would have gone to another host.</summary>
internal sealed class ForeignHostException(string message) : Exception(message);
