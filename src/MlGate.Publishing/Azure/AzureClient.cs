using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Contexts;

namespace MlGate.Publishing.Azure;

/// <summary>Calls of Azure DevOps about one pull request.</summary>
internal sealed class AzureClient : IDisposable
{
    private const string Version = "api-version=7.1";
    private const long MostBytes = 32 << 20;

    private readonly AzureContext context;
    private readonly HttpClient http;

    public AzureClient(AzureContext context, ServerToken token, HttpSettings sending, CancellationToken stop)
    {
        this.context = context;
        http = new HttpClient(new PinnedHost(context.Collection, stop) { InnerHandler = sending.Transport() })
        {
            Timeout = sending.Timeout,
            MaxResponseContentBufferSize = MostBytes,
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");

        // Without it a token that is not valid leads to a page where people sign in.
        http.DefaultRequestHeaders.Add("X-TFS-FedAuthRedirect", "Suppress");
    }

    /// <summary>A call below the pull request; the answer is an object.</summary>
    public Task<JsonObject> SendAsync(HttpMethod method, string path, JsonObject? body = null) =>
        SendAsync(
            method,
            new Uri(
                context.Collection,
                $"{context.Project}/_apis/git/repositories/{context.Repository}/pullRequests/{context.PullRequest}{path}?{Version}"
            ),
            body
        );

    /// <summary>Who the token belongs to.</summary>
    public Task<JsonObject> OpenConnectionAsync() => SendAsync(HttpMethod.Get, new Uri(context.Collection, "_apis/connectionData"), null);

    public void Dispose() => http.Dispose();

    private async Task<JsonObject> SendAsync(HttpMethod method, Uri address, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body, new MediaTypeHeaderValue("application/json"));
        }

        using var answer = await http.SendAsync(request).ConfigureAwait(false);
        var text = await answer.Content.ReadAsStringAsync().ConfigureAwait(false);

        // Signing in is what the service asks of a token that it does not know: 203 or 302 with a page.
        var status = (int)answer.StatusCode;
        if (status is 203 or 302)
        {
            throw Failure(401, answer, null);
        }

        if (!answer.IsSuccessStatusCode)
        {
            throw Failure(status, answer, text);
        }

        return method == HttpMethod.Delete || text.Length == 0
            ? []
            : JsonNode.Parse(text) as JsonObject ?? throw new JsonException("The response is not an object.");
    }

    private ServerAnswerException Failure(int status, HttpResponseMessage answer, string? text)
    {
        var message = MessageOf(text);
        var headers = answer.Headers.ToDictionary(
            header => header.Key,
            header => string.Join(", ", header.Value),
            StringComparer.OrdinalIgnoreCase
        );
        var needs =
            status == 403 || message.StartsWith("TF401027", StringComparison.Ordinal)
                ? $"the permission 'Contribute to pull requests' for "
                    + PlainLine.From(context.Identity, 120)
                    + (message.Length > 0 ? $" ({PlainLine.From(message.Split(':')[0], 20)})" : "")
                : null;

        // Before 2019 the service said 400 to what it now says 403 to.
        return new ServerAnswerException("Azure DevOps", needs is null ? status : 403, headers, PlainLine.From(message, 160), needs);
    }

    private static string MessageOf(string? text)
    {
        try
        {
            return
                text is not null
                && JsonNode.Parse(text) is JsonObject answer
                && answer["message"] is JsonValue value
                && value.TryGetValue<string>(out var message)
                ? message
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
