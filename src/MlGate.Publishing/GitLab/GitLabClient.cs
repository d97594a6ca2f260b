using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Contexts;

namespace MlGate.Publishing.GitLab;

/// <summary>Calls of GitLab's REST API about one merge request.</summary>
internal sealed class GitLabClient : IDisposable
{
    private const int PageSize = 100;
    private const long MostBytes = 32 << 20;

    private readonly Uri api;
    private readonly string mergeRequest;
    private readonly HttpClient http;

    public GitLabClient(GitLabContext context, ServerToken token, HttpSettings sending, CancellationToken stop)
    {
        api = context.Api;
        mergeRequest = string.Create(CultureInfo.InvariantCulture, $"projects/{context.Project}/merge_requests/{context.MergeRequest}");
        http = new HttpClient(new PinnedHost(api, stop) { InnerHandler = sending.Transport() })
        {
            Timeout = sending.Timeout,
            MaxResponseContentBufferSize = MostBytes,
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    /// <summary>A call below the merge request; the answer is an object, or nothing.</summary>
    /// <param name="method">Of HTTP.</param>
    /// <param name="path">Empty for the merge request itself, else begins with a slash.</param>
    /// <param name="body">Of the request; null for none.</param>
    public async Task<JsonObject> SendAsync(HttpMethod method, string path, JsonObject? body = null) =>
        (await CallAsync(method, mergeRequest + path, body).ConfigureAwait(false)).Body switch
        {
            JsonObject answer => answer,
            null when method == HttpMethod.Delete => [],
            _ => throw new JsonException("The response is not an object."),
        };

    /// <summary>A page of the notes, oldest first: what is written meanwhile comes at the end.</summary>
    /// <param name="page">From 1.</param>
    public async Task<GitLabPage> ListNotesAsync(int page)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"/notes?sort=asc&order_by=created_at&per_page={PageSize}&page={page}");
        var (body, headers) = await CallAsync(HttpMethod.Get, mergeRequest + query, null).ConfigureAwait(false);
        var next = headers.TryGetValues("X-Next-Page", out var values) ? values.FirstOrDefault() : null;
        return body is JsonArray notes
            ? new GitLabPage(notes, int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null)
            : throw new JsonException("The response is not a list.");
    }

    /// <summary>Who the token belongs to.</summary>
    public async Task<JsonObject> ReadUserAsync() =>
        (await CallAsync(HttpMethod.Get, "user", null).ConfigureAwait(false)).Body as JsonObject
        ?? throw new JsonException("The response is not an object.");

    public void Dispose() => http.Dispose();

    private async Task<(JsonNode? Body, HttpResponseHeaders Headers)> CallAsync(HttpMethod method, string path, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(api, path));
        if (body is not null)
        {
            request.Content = JsonContent.Create(body, new MediaTypeHeaderValue("application/json"));
        }

        using var answer = await http.SendAsync(request).ConfigureAwait(false);
        var text = await answer.Content.ReadAsStringAsync().ConfigureAwait(false);

        // A page where people sign in is what a proxy, or an instance that is not public, answers with to a token that it does not know.
        var status = (int)answer.StatusCode;
        if (status is >= 300 and < 400)
        {
            throw Failure(401, answer, null);
        }

        return answer.IsSuccessStatusCode
            ? (text.Length == 0 ? null : JsonNode.Parse(text), answer.Headers)
            : throw Failure(status, answer, text);
    }

    private static ServerAnswerException Failure(int status, HttpResponseMessage answer, string? text)
    {
        var headers = answer.Headers.ToDictionary(
            header => header.Key,
            header => string.Join(", ", header.Value),
            StringComparer.OrdinalIgnoreCase
        );
        var needs = status == 403 ? "the scope 'api' and at least the role Reporter in the project" : null;
        return new ServerAnswerException("GitLab", status, headers, PlainLine.From(MessageOf(text), 160), needs);
    }

    // {"message":"404 Not found"}, {"error":"insufficient_scope"}, or {"message":{"note":["is too long"]}}.
    private static string MessageOf(string? text)
    {
        try
        {
            var answer = text is null ? null : JsonNode.Parse(text) as JsonObject;
            return (answer?["message"] ?? answer?["error"]) switch
            {
                JsonValue value when value.TryGetValue<string>(out var message) => message,
                JsonObject fields => string.Join(
                    ", ",
                    fields.Select(field => $"{field.Key} {string.Join(" and ", (field.Value as JsonArray ?? []).Select(one => $"{one}"))}")
                ),
                _ => "",
            };
        }
        catch (JsonException)
        {
            return "";
        }
    }
}

/// <summary>A page of notes.</summary>
/// <param name="Notes">They.</param>
/// <param name="Next">Number of the next page; null for the last one.</param>
internal sealed record GitLabPage(JsonArray Notes, int? Next);
