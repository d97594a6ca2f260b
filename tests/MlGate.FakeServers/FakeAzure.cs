using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MlGate.FakeServers.Contract;

namespace MlGate.FakeServers;

/// <summary>A comment thread that the fake keeps.</summary>
internal sealed class FakeThread
{
    public required long Id { get; init; }

    public required string Author { get; init; }

    public required string Status { get; set; }

    public required string Content { get; set; }

    public JsonObject? Properties { get; init; }

    public bool IsDeleted { get; set; }
}

/// <summary>
/// A stateful Azure DevOps: one pull request with its threads, iterations and statuses, in the shapes of its REST API 7.1, to which
/// Microsoft's own client holds it.
/// </summary>
internal sealed class FakeAzure
{
    public const string Base =
        "/acme/11111111-1111-1111-1111-111111111111/_apis/git/repositories/22222222-2222-2222-2222-222222222222/pullRequests/7";
    public const string Build = "33333333-3333-3333-3333-333333333333";

    private readonly Lock gate = new();
    private long nextId = 40;

    public List<FakeThread> Threads { get; } = [];

    public IEnumerable<FakeThread> Open => Threads.Where(thread => !thread.IsDeleted);

    public List<JsonObject> Statuses { get; } = [];

    public List<FakeCall> Calls { get; } = [];

    public string HeadSha { get; set; } = FakeGitHub.Head;

    public Func<int, FakeCall, HttpResponseMessage?>? Before { get; set; }

    public Func<int, FakeCall, HttpResponseMessage, HttpResponseMessage>? After { get; set; }

    public IEnumerable<FakeCall> Writes => Calls.Where(call => call.Method != "GET");

    /// <summary>What a publisher sends through; the identity of the token.</summary>
    public HttpMessageHandler As(string identity) => new Door(this, identity);

    public FakeThread Add(string author, string content, JsonObject? properties = null)
    {
        lock (gate)
        {
            var thread = new FakeThread
            {
                Id = nextId++,
                Author = author,
                Status = "active",
                Content = content,
                Properties = properties,
            };
            Threads.Add(thread);
            return thread;
        }
    }

    private HttpResponseMessage Handle(FakeCall call, string identity)
    {
        int number;
        lock (gate)
        {
            Calls.Add(call);
            number = Calls.Count;
        }

        if (Before?.Invoke(number, call) is { } instead)
        {
            return instead;
        }

        HttpResponseMessage answer;
        lock (gate)
        {
            answer = Route(call, identity);
        }

        // After routing: what the service refuses is refused, and not a mistake of the test.
        if (answer.IsSuccessStatusCode)
        {
            ServerContract.Azure.CheckRequest(call);
            ServerContract.Azure.CheckAnswer(call, (int)answer.StatusCode, answer.Content.ReadAsStringAsync().Result);
        }

        return After?.Invoke(number, call, answer) ?? answer;
    }

    private HttpResponseMessage Route(FakeCall call, string identity)
    {
        var path = "/" + call.Path;
        if (path == "/acme/_apis/connectionData")
        {
            return Json(200, new JsonObject { ["authenticatedUser"] = new JsonObject { ["id"] = identity } });
        }

        if (call.Query != "api-version=7.1")
        {
            return FakeGitHub.Answer(400, """{"message":"No api-version was supplied for the request."}""");
        }

        if (!path.StartsWith(Base, StringComparison.Ordinal))
        {
            return FakeGitHub.Answer(404, """{"message":"TF401019: The Git repository does not exist."}""");
        }

        return (call.Method, path[Base.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
        {
            ("GET", []) => Json(
                200,
                new JsonObject
                {
                    ["pullRequestId"] = 7,
                    ["status"] = "active",
                    ["lastMergeSourceCommit"] = new JsonObject { ["commitId"] = HeadSha },
                }
            ),
            ("GET", ["iterations"]) => List([
                new JsonObject
                {
                    ["id"] = 1,
                    ["sourceRefCommit"] = new JsonObject { ["commitId"] = FakeGitHub.Other },
                },
                new JsonObject
                {
                    ["id"] = 2,
                    ["sourceRefCommit"] = new JsonObject { ["commitId"] = HeadSha },
                },
            ]),
            ("GET", ["threads"]) => List(Threads.Select(Shape)),
            ("POST", ["threads"]) => Create(call.Body!, identity),
            ("PATCH", ["threads", var id]) => Change(
                id,
                thread => thread.Status = (string)call.Body!["status"]!,
                identity: null,
                thread => Json(200, Shape(thread))
            ),
            ("PATCH", ["threads", var id, "comments", "1"]) => Change(
                id,
                thread => thread.Content = Content(call.Body!),
                identity,
                thread => Json(200, First(thread))
            ),
            ("DELETE", ["threads", var id, "comments", "1"]) => Change(
                id,
                thread => thread.IsDeleted = true,
                identity,
                _ => FakeGitHub.Answer(200, "")
            ),
            ("GET", ["statuses"]) => List(Statuses.Select(status => status.DeepClone().AsObject())),
            ("POST", ["statuses"]) => Status(call.Body!, identity),
            _ => FakeGitHub.Answer(404),
        };
    }

    private HttpResponseMessage Create(JsonNode body, string identity)
    {
        var comment = Assert.Single(body["comments"]!.AsArray())!;
        Assert.Equal(("text", 0), ((string)comment["commentType"]!, (int)comment["parentCommentId"]!));
        var content = Content(comment);
        if (content.Length > 150_000)
        {
            return TooLong();
        }

        // What is posted as a plain value comes back with its type.
        var properties = new JsonObject(
            (body["properties"]?.AsObject() ?? []).Select(pair =>
                KeyValuePair.Create(pair.Key, (JsonNode?)new JsonObject { ["$type"] = "System.String", ["$value"] = (string)pair.Value! })
            )
        );
        var thread = new FakeThread
        {
            Id = nextId++,
            Author = identity,
            Status = (string)body["status"]!,
            Content = content,
            Properties = properties,
        };
        Threads.Add(thread);
        return Json(200, Shape(thread));
    }

    private HttpResponseMessage Change(string id, Action<FakeThread> change, string? identity, Func<FakeThread, HttpResponseMessage> answer)
    {
        if (Threads.Find(one => one.Id == long.Parse(id, CultureInfo.InvariantCulture)) is not { IsDeleted: false } thread)
        {
            return FakeGitHub.Answer(404);
        }

        if (identity is not null && thread.Author != identity)
        {
            return FakeGitHub.Answer(403, """{"message":"TF401027: You need the Git 'PullRequestContribute' permission."}""");
        }

        change(thread);
        return thread.Content.Length > 150_000 ? TooLong() : answer(thread);
    }

    private HttpResponseMessage Status(JsonNode body, string identity)
    {
        var (state, about) = ((string)body["state"]!, body["context"]!);
        Assert.Equal("mlgate", (string)about["genre"]!);
        Statuses.RemoveAll(old =>
            (string)old["context"]!["name"]! == (string)about["name"]! && (int?)old["iterationId"] == (int?)body["iterationId"]
        );
        var status = body.DeepClone().AsObject();
        status["id"] = nextId++;
        status["createdBy"] = new JsonObject { ["id"] = identity };
        Statuses.Add(status);
        return Json(
            200,
            new JsonObject
            {
                ["id"] = status["id"]!.DeepClone(),
                ["state"] = state,
                ["createdBy"] = new JsonObject { ["id"] = identity },
            }
        );
    }

    private static string Content(JsonNode comment) => (string)comment["content"]!;

    private static JsonObject Shape(FakeThread thread) =>
        new()
        {
            ["id"] = thread.Id,
            ["status"] = thread.Status,
            ["isDeleted"] = thread.IsDeleted,
            ["properties"] = thread.Properties?.DeepClone(),
            ["comments"] = new JsonArray(First(thread)),
        };

    private static JsonObject First(FakeThread thread) =>
        new()
        {
            ["id"] = 1,
            ["parentCommentId"] = 0,
            ["commentType"] = "text",
            ["isDeleted"] = thread.IsDeleted,
            ["content"] = thread.IsDeleted ? null : thread.Content,
            ["author"] = new JsonObject { ["id"] = thread.Author, ["displayName"] = "shop Build Service (acme)" },
        };

    // The description of the API says that a list is a bare array; the service wraps it.
    private static HttpResponseMessage List(IEnumerable<JsonObject> items)
    {
        var value = new JsonArray([.. items]);
        return Json(200, new JsonObject { ["count"] = value.Count, ["value"] = value });
    }

    private static HttpResponseMessage TooLong() =>
        FakeGitHub.Answer(400, """{"message":"The comment content is too long (maximum is 150000 characters)."}""");

    private static HttpResponseMessage Json(int status, JsonNode body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };

    private sealed class Door(FakeAzure fake, string identity) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var uri = request.RequestUri!;
            var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            Assert.True(body is null || request.Content!.Headers.ContentType?.MediaType == "application/json");
            var call = new FakeCall(
                request.Method.Method,
                uri.AbsolutePath.TrimStart('/'),
                uri.Query.TrimStart('?'),
                string.IsNullOrEmpty(body) ? null : JsonNode.Parse(body),
                uri.Host,
                request.Headers.Authorization?.ToString()
            );
            var answer = fake.Handle(call, identity);
            answer.RequestMessage = request;
            return answer;
        }
    }
}
