using System.Text.Json.Nodes;

namespace MlGate.FakeServers;

/// <summary>Takes the requests of a client to a fake server.</summary>
/// <param name="basePath">What the paths of its API begin with.</param>
/// <param name="handle">Answers.</param>
internal sealed class FakeDoor(string basePath, Func<FakeCall, HttpResponseMessage> handle) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var uri = request.RequestUri!;
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var path = uri.AbsolutePath.StartsWith(basePath, StringComparison.Ordinal) ? uri.AbsolutePath[basePath.Length..] : uri.AbsolutePath;
        var call = new FakeCall(
            request.Method.Method,
            path,
            uri.Query.TrimStart('?'),
            string.IsNullOrEmpty(body) ? null : JsonNode.Parse(body),
            uri.Host,
            request.Headers.Authorization?.ToString()
        );
        var answer = handle(call);
        answer.RequestMessage = request;
        return answer;
    }
}
