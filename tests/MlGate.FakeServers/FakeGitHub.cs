using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MlGate.FakeServers.Contract;

namespace MlGate.FakeServers;

/// <summary>A stateful GitHub: the paths that publishing uses, with GitHub's limits that no schema tells.</summary>
internal sealed partial class FakeGitHub
{
    public const string Head = "6dcb09b5b57875f334f61aebed695e2e4193db5e";
    public const string Other = "41aa07cdb57875f334f61aebed695e2e4193db5e";

    /// <summary>What the server made of the pull request.</summary>
    public const string Merge = "ffffffffffffffffffffffffffffffffffffffff";

    private readonly Lock gate = new();
    private readonly string basePath;
    private readonly FakeCheckRuns runs;
    private long nextId = 5_000_000_000;

    public FakeGitHub(string basePath = "/")
    {
        this.basePath = basePath;
        runs = new FakeCheckRuns(() => nextId++);
    }

    public List<FakeComment> Comments { get; } = [];

    public List<JsonObject> Statuses { get; } = [];

    public List<JsonObject> CheckRuns => runs.All;

    public List<FakePull> Pulls { get; } = [new(7, "main", Other)];

    /// <summary>Commits that the server knows beside the merge, by their id: their first parents. The second is the head.</summary>
    public Dictionary<string, string> Merges { get; } = [];

    /// <summary>Which commit is in the history of which branch, as <c>commit...branch</c>.</summary>
    public HashSet<string> Contained { get; } = [];

    public List<FakeArtifact> Artifacts { get; } = [];

    /// <summary>Where the server keeps the bytes of artifacts: another host, as a rule.</summary>
    public Uri Storage { get; set; } = new("https://storage.example/");

    public List<FakeCall> Calls { get; } = [];

    public string HeadSha { get; set; } = Head;

    /// <summary>Where the pull requests come from.</summary>
    public string Repository { get; set; } = "fork/shop";

    public string MergeSha { get; set; } = Merge;

    public bool GraphQl { get; set; } = true;

    /// <summary>Answers in place of the fake; null lets the fake answer. Gets the call's number, from 1.</summary>
    public Func<int, FakeCall, HttpResponseMessage?>? Before { get; set; }

    /// <summary>Changes the answer after the fake has acted: a write that happened but was not told.</summary>
    public Func<int, FakeCall, HttpResponseMessage, HttpResponseMessage>? After { get; set; }

    public IEnumerable<FakeCall> Writes =>
        Calls.Where(call => call.Method != "GET" && !call.Path.EndsWith("graphql", StringComparison.Ordinal));

    /// <summary>What a publisher sends through; the token's user.</summary>
    public HttpMessageHandler As(string login) => new FakeDoor(basePath, call => Handle(call, login));

    public FakeComment Add(string login, string type, string body)
    {
        lock (gate)
        {
            var comment = new FakeComment(nextId++, login, type, body);
            Comments.Add(comment);
            return comment;
        }
    }

    public static HttpResponseMessage Answer(int status, string body = "{\"message\":\"no\"}", params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
    }

    private HttpResponseMessage Handle(FakeCall call, string login)
    {
        int number;
        lock (gate)
        {
            Calls.Add(call);
            number = Calls.Count;
        }

        // Outside the lock: a hook may run another publisher.
        if (Before?.Invoke(number, call) is { } instead)
        {
            return instead;
        }

        HttpResponseMessage answer;
        lock (gate)
        {
            answer = Route(call, login);
        }

        if (!call.Path.EndsWith("graphql", StringComparison.Ordinal) && !call.Path.StartsWith("storage/", StringComparison.Ordinal))
        {
            ServerContract.GitHub.CheckRequest(call);
            ServerContract.GitHub.CheckAnswer(call, (int)answer.StatusCode, answer.Content.ReadAsStringAsync().Result);
        }

        return After?.Invoke(number, call, answer) ?? answer;
    }

    private HttpResponseMessage Route(FakeCall call, string login)
    {
        if (call.Method == "POST" && call.Path.EndsWith("graphql", StringComparison.Ordinal))
        {
            return AskAuthors(call, login);
        }

        var parts = call.Path.Split('/');
        return (call.Method, parts) switch
        {
            ("GET", ["repos", _, _, "pulls"]) => Json(
                200,
                new JsonArray([
                    .. Pulls.Select(pull => FakeShapes.Pull(pull, Repository, HeadSha, pull.MergeSha ?? MergeSha, "pull-request-simple")),
                ])
            ),
            ("GET", ["repos", _, _, "pulls", var number]) when Pulls.Find(pull => pull.Number == Id(number)) is { } pull => Json(
                200,
                FakeShapes.Pull(pull, Repository, HeadSha, pull.MergeSha ?? MergeSha, "pull-request")
            ),
            ("GET", ["repos", _, _, "git", "commits", var sha]) when sha == MergeSha || Merges.ContainsKey(sha) => Json(
                200,
                FakeShapes.Commit(sha, Merges.GetValueOrDefault(sha, Other), HeadSha)
            ),
            ("GET", ["repos", _, _, "compare", var range]) => Json(
                200,
                FakeShapes.Comparison(Contained.Contains(Uri.UnescapeDataString(range)) ? "ahead" : "diverged")
            ),
            ("GET", ["repos", _, _, "issues", var number, "comments"]) when Pulls.Exists(pull => pull.Number == Id(number)) => List(call),
            ("POST", ["repos", _, _, "issues", var number, "comments"]) when Pulls.Exists(pull => pull.Number == Id(number)) => Create(
                call,
                login
            ),
            ("GET", ["repos", _, _, "commits", var sha, "statuses"]) => ListStatuses(call, sha),
            ("GET", ["repos", _, _, "actions", "runs", _, "artifacts"]) => ListArtifacts(call),
            ("GET", ["repos", _, _, "actions", "artifacts", var id, "zip"]) when Artifacts.Exists(artifact => artifact.Id == Id(id)) =>
                Answer(302, "", ("Location", new Uri(Storage, $"storage/{id}?signature=x").AbsoluteUri)),
            ("GET", ["storage", var id]) when Artifacts.Find(artifact => artifact.Id == Id(id)) is { } artifact => new HttpResponseMessage(
                HttpStatusCode.OK
            )
            {
                Content = new ByteArrayContent(artifact.Bytes),
            },
            ("PATCH", ["repos", _, _, "issues", "comments", var id]) => Update(call, Id(id), login),
            ("DELETE", ["repos", _, _, "issues", "comments", var id]) => Delete(Id(id), login),
            ("POST", ["repos", _, _, "statuses", var sha]) => Status(call, sha, login),
            ("GET", ["repos", _, _, "commits", _, "check-runs"]) => runs.List(),
            ("POST", ["repos", _, _, "check-runs"]) => runs.Create(call, login),
            ("PATCH", ["repos", _, _, "check-runs", var id]) => runs.Update(call, Id(id), login),
            _ => Answer(404),
        };
    }

    private HttpResponseMessage ListStatuses(FakeCall call, string sha)
    {
        var (size, page) = Page(call);
        var newest = Statuses.Where(status => (string)status["sha"]! == sha).Reverse();
        return Json(200, new JsonArray([.. newest.Skip((page - 1) * size).Take(size).Select(status => FakeShapes.Status(status, 1))]));
    }

    private HttpResponseMessage ListArtifacts(FakeCall call)
    {
        var name = Uri.UnescapeDataString(
            call.Query.Split('&').Single(pair => pair.StartsWith("name=", StringComparison.Ordinal))["name=".Length..]
        );
        var found = Artifacts.Where(artifact => artifact.Name == name).Select(FakeShapes.Artifact).ToList();
        return Json(200, new JsonObject { ["total_count"] = found.Count, ["artifacts"] = new JsonArray([.. found]) });
    }

    private static (int Size, int Page) Page(FakeCall call)
    {
        var query = call.Query.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[^1]);
        return (Math.Min(100, (int)Id(query.GetValueOrDefault("per_page", "30"))), (int)Id(query.GetValueOrDefault("page", "1")));
    }

    private HttpResponseMessage Status(FakeCall call, string sha, string login)
    {
        if (((string?)call.Body!["description"])?.Length > 140)
        {
            return TooLong();
        }

        var status = call.Body!.DeepClone().AsObject();
        Statuses.Add(status);
        status["sha"] = sha;
        status["by"] = login;
        return Json(201, FakeShapes.Status(status, nextId++));
    }

    private static JsonNode Shape(FakeComment comment) => FakeShapes.Comment(comment, Node(comment.Id));

    private static string Node(long id) => string.Create(CultureInfo.InvariantCulture, $"IC_{id}");

    private static long Id(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    internal static HttpResponseMessage TooLong() =>
        Answer(
            422,
            """
            {"message":"Validation Failed","errors":[
              {"resource":"IssueComment","code":"unprocessable","field":"data","message":"Body is too long (maximum is 65536 characters)"}]}
            """
        );

    internal static HttpResponseMessage Json(int status, JsonNode body) => Answer(status, body.ToJsonString());
}
