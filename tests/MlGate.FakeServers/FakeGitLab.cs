using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace MlGate.FakeServers;

/// <summary>A note that the fake keeps.</summary>
internal sealed class FakeNote
{
    public required long Id { get; init; }

    public required long Author { get; init; }

    public required string Body { get; set; }

    public bool IsSystem { get; init; }
}

/// <summary>A stateful GitLab: one merge request with its notes, in the shapes of its REST API v4.</summary>
internal sealed class FakeGitLab
{
    public const string Base = "api/v4/projects/42/merge_requests/7";
    public const long Bot = 900;

    private readonly Lock gate = new();
    private long nextId = 40;

    public List<FakeNote> Notes { get; } = [];

    /// <summary>Most notes of a page, whatever a client asks for.</summary>
    public int PageSize { get; init; } = 100;

    public List<FakeCall> Calls { get; } = [];

    /// <summary>Lines that began with a slash: the server would have obeyed them.</summary>
    public List<string> Obeyed { get; } = [];

    /// <summary>May the token change notes of others, as a maintainer's may?</summary>
    public bool IsMaintainer { get; init; }

    public string HeadSha { get; set; } = FakeGitHub.Head;

    public Func<int, FakeCall, HttpResponseMessage?>? Before { get; set; }

    public Func<int, FakeCall, HttpResponseMessage, HttpResponseMessage>? After { get; set; }

    public IEnumerable<FakeCall> Writes => Calls.Where(call => call.Method != "GET");

    /// <summary>What a publisher sends through.</summary>
    /// <param name="user">Whose token it is.</param>
    public HttpMessageHandler As(long user) => new FakeDoor("/", call => Handle(call, user));

    public FakeNote Add(long author, string body, bool isSystem = false)
    {
        lock (gate)
        {
            var note = new FakeNote
            {
                Id = nextId++,
                Author = author,
                Body = body,
                IsSystem = isSystem,
            };
            Notes.Add(note);
            return note;
        }
    }

    private HttpResponseMessage Handle(FakeCall call, long user)
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
            answer = Route(call, user);
        }

        return After?.Invoke(number, call, answer) ?? answer;
    }

    private HttpResponseMessage Route(FakeCall call, long user)
    {
        if (call.Path == "api/v4/user")
        {
            return Json(200, new JsonObject { ["id"] = user, ["username"] = "project_42_bot" });
        }

        if (!call.Path.StartsWith(Base, StringComparison.Ordinal))
        {
            return FakeGitHub.Answer(404, """{"message":"404 Project Not Found"}""");
        }

        return (call.Method, call.Path[Base.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
        {
            ("GET", []) => Json(
                200,
                new JsonObject
                {
                    ["iid"] = 7,
                    ["state"] = "opened",
                    ["sha"] = HeadSha,
                }
            ),
            ("GET", ["notes"]) => Page(call.Query),
            ("POST", ["notes"]) => Json(201, Shape(Add(user, Obey(call)))),
            ("PUT", ["notes", var id]) => Change(id, user, note =>
            {
                note.Body = Obey(call);
                return Json(200, Shape(note));
            }),
            ("DELETE", ["notes", var id]) => Change(id, user, note =>
            {
                Notes.Remove(note);
                return FakeGitHub.Answer(204, "");
            }),
            _ => FakeGitHub.Answer(404),
        };
    }

    private string Obey(FakeCall call)
    {
        Assert.Equal(["body"], call.Body!.AsObject().Select(member => member.Key));
        var body = (string)call.Body!["body"]!;
        Obeyed.AddRange(
            body.ReplaceLineEndings("\n").Split('\n').Where(line => line.TrimStart(' ', '\t', '>', '-', '*', '+').StartsWith('/'))
        );
        return body;
    }

    private HttpResponseMessage Page(string query)
    {
        var asked = query.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal(("asc", "created_at"), (asked["sort"], asked["order_by"]));
        var (size, page) = (Math.Min(PageSize, Whole(asked["per_page"])), Whole(asked["page"]));
        var answer = Json(200, new JsonArray([.. Notes.Skip((page - 1) * size).Take(size).Select(note => (JsonNode)Shape(note))]));
        answer.Headers.Add("X-Next-Page", page * size < Notes.Count ? (page + 1).ToString(CultureInfo.InvariantCulture) : "");
        return answer;
    }

    private HttpResponseMessage Change(string id, long user, Func<FakeNote, HttpResponseMessage> change) =>
        Notes.Find(one => one.Id == Whole(id)) is not { } note ? FakeGitHub.Answer(404, """{"message":"404 Note Not Found"}""")
        : note.Author != user && !IsMaintainer ? FakeGitHub.Answer(403, """{"message":"403 Forbidden"}""")
        : change(note);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static JsonObject Shape(FakeNote note) =>
        new()
        {
            ["id"] = note.Id,
            ["type"] = null,
            ["body"] = note.Body,
            ["system"] = note.IsSystem,
            ["resolvable"] = false,
            ["author"] = new JsonObject { ["id"] = note.Author, ["username"] = "project_42_bot" },
        };

    private static HttpResponseMessage Json(int status, JsonNode body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
}
