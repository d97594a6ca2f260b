using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using MlGate.Testing;

namespace MlGate.Actions.Tests.Running;

/// <summary>A job of GitHub Actions on a runner: a clone, an event, a server to publish to.</summary>
internal sealed class Job : IDisposable
{
    public const string Token = "s3cret-t0ken";

    private const string Title = "::set-output name=a::b\n$(touch pwned) `touch pwned` </details> ${{ github.token }} ' \" ; touch pwned";

    private readonly TempFolder folder = new();
    private readonly LocalServer server;
    private int run = 812;

    public Job(Repository repository)
    {
        Repository = repository;
        GitHub = new FakeGitHub { HeadSha = repository.Head, MergeSha = repository.Merge };
        server = new LocalServer(GitHub.As("github-actions[bot]"));
        GitHub.Storage = new Uri(server.Address);
        Workspace = repository.Checkout(folder["work"]);
    }

    public Repository Repository { get; }

    public FakeGitHub GitHub { get; }

    public string Workspace { get; }

    /// <summary>Where the artifact of the last run lies.</summary>
    public string Artifact => folder["artifact"];

    /// <summary>Everything that the job can write to.</summary>
    public string Everything => folder.Path;

    /// <summary>Is the pull request that of a fork?</summary>
    public bool IsFork { get; init; }

    /// <summary>Other actions that fail.</summary>
    public HashSet<string> Broken { get; } = [];

    /// <summary>Variables that differ from those of a runner.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Where the action's files are.</summary>
    public string Action { get; init; } = Checkout.Root;

    /// <summary>Runs the action on the pull request.</summary>
    public Result Run(Dictionary<string, string> inputs) => Run("", "pull_request", inputs, PullRequest());

    /// <summary>Runs the action on a push to the default branch.</summary>
    public Result Push(Dictionary<string, string> inputs) => Run("", "push", inputs, new JsonObject { ["ref"] = "refs/heads/main" });

    /// <summary>Runs the second step of a run that ended.</summary>
    /// <param name="inputs">Of the action.</param>
    /// <param name="change">Changes the archive that the server made of the artifact.</param>
    public Result Publish(Dictionary<string, string> inputs, Action<ZipArchive>? change = null)
    {
        using var bytes = new MemoryStream();
        ZipFile.CreateFromDirectory(Artifact, bytes);
        if (change is not null)
        {
            using var archive = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true);
            change(archive);
        }

        GitHub.Artifacts.Add(new FakeArtifact(++run, "mlgate-report", bytes.ToArray()));
        return Run("publish", "workflow_run", inputs, Finished());
    }

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    private Result Run(string action, string @event, Dictionary<string, string> inputs, JsonObject payload)
    {
        run++;
        var temp = folder[$"temp-{run}"];
        Directory.CreateDirectory(temp);
        var path = folder.Write($"event-{run}.json", payload.ToJsonString());
        var isPullRequest = @event == "pull_request";
        Dictionary<string, string> environment = new()
        {
            ["PATH"] = Environment.GetEnvironmentVariable("PATH")!,
            ["HOME"] = Environment.GetEnvironmentVariable("HOME") ?? folder.Path,
            ["CI"] = "true",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_ACTOR"] = "ann",
            ["GITHUB_API_URL"] = server.Address,
            ["GITHUB_EVENT_NAME"] = @event,
            ["GITHUB_EVENT_PATH"] = path,
            ["GITHUB_REPOSITORY"] = "acme/shop",
            ["GITHUB_RUN_ATTEMPT"] = "1",
            ["GITHUB_RUN_ID"] = $"{run}",
            ["GITHUB_SERVER_URL"] = "https://github.com",
            ["GITHUB_SHA"] = Repository.Merge,
        };
        if (isPullRequest)
        {
            (environment["GITHUB_BASE_REF"], environment["GITHUB_HEAD_REF"], environment["GITHUB_REF"]) = (
                "main",
                Repository.Branch,
                "refs/pull/7/merge"
            );
        }

        foreach (var (name, value) in Variables)
        {
            environment[name] = value;
        }

        var answer = Node.Run(
            "execute.mjs",
            new
            {
                action = Path.Combine(Action, action),
                workspace = Workspace,
                temp,
                inputs,
                github = new
                {
                    token = Token,
                    event_name = @event,
                    @event = payload,
                    head_ref = Repository.Branch,
                },
                runner = new
                {
                    os = "Linux",
                    arch = "X64",
                    temp,
                },
                environment,
                actions = new Dictionary<string, object>
                {
                    ["actions/setup-dotnet"] = new { },
                    ["actions/cache/restore"] = Broken.Contains("actions/cache/restore")
                        ? new { fail = true }
                        : new { outputs = new Dictionary<string, string> { ["cache-hit"] = "", ["cache-primary-key"] = "key" } },
                    ["actions/cache/save"] = new { },
                    ["actions/upload-artifact"] = Broken.Contains("actions/upload-artifact")
                        ? new { fail = true }
                        : new
                        {
                            take = Artifact,
                            outputs = new Dictionary<string, string>
                            {
                                ["artifact-url"] = "https://github.com/acme/shop/actions/runs/1/artifacts/2",
                            },
                        },
                },
            }
        );
        Assert.Empty(server.Faults);
        return new Result(answer);
    }

    private JsonObject PullRequest() =>
        new()
        {
            ["number"] = 7,
            ["pull_request"] = new JsonObject
            {
                ["number"] = 7,
                ["title"] = Title,
                ["body"] = Title,
                ["head"] = new JsonObject
                {
                    ["sha"] = Repository.Head,
                    ["ref"] = Repository.Branch,
                    ["repo"] = new JsonObject { ["full_name"] = IsFork ? "fork/shop" : "acme/shop" },
                },
            },
        };

    private JsonObject Finished() =>
        new()
        {
            ["workflow_run"] = new JsonObject
            {
                ["id"] = run,
                ["run_attempt"] = 1,
                ["event"] = "pull_request",
                ["head_sha"] = Repository.Head,
                ["head_branch"] = Repository.Branch,
                ["head_repository"] = new JsonObject
                {
                    ["full_name"] = "fork/shop",
                    ["owner"] = new JsonObject { ["login"] = "fork" },
                },
            },
        };
}

/// <summary>What a runner knows when the action has ended.</summary>
internal sealed class Result(JsonNode answer)
{
    public int Exit => (int)answer["exit"]!;

    public string Summary => (string)answer["summary"]!;

    public string Log =>
        string.Concat(answer["steps"]!.AsArray().Select(step => $"--- {step!["name"]}: {step["outcome"]} {step["exit"]}\n{step["log"]}\n"));

    /// <summary>What the runner obeyed, as <c>command message</c>.</summary>
    public IReadOnlyList<(string Name, string Message)> Commands =>
        [
            .. answer["steps"]!
                .AsArray()
                .SelectMany(step => step!["commands"]!.AsArray())
                .Select(one => ((string)one!["command"]!, (string)one["message"]!)),
        ];

    public string Output(string name) => (string)answer["outputs"]![name]!;

    public string Outcome(string step) => (string)answer["steps"]!.AsArray().Single(one => (string)one!["name"]! == step)!["outcome"]!;

    public string LogOf(string step) => (string)answer["steps"]!.AsArray().Single(one => (string)one!["name"]! == step)!["log"]!;

    public override string ToString() => JsonSerializer.Serialize(answer["outputs"]) + "\n" + Log;
}
