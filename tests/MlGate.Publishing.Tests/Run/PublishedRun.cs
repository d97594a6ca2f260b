using System.IO.Compression;
using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Run;
using MlGate.Reporting.Json;
using MlGate.Reporting.Terminal;
using MlGate.Reports;
using MlGate.Testing;

namespace MlGate.Publishing.Tests.Run;

/// <summary>A job on a build server, with fakes of what it talks to.</summary>
internal sealed class PublishedRun : IDisposable
{
    public static readonly DateTimeOffset At = new(2026, 11, 22, 17, 52, 12, TimeSpan.Zero);

    private const string Bot = "github-actions[bot]";

    private readonly TempFolder folder = new();
    private readonly StringWriter results = new();
    private readonly StringWriter messages = new();
    private Func<HttpMessageHandler>? door;

    public FakeGitHub GitHub { get; } = new();

    public FakeAzure Azure { get; } = new();

    public FakeGitLab GitLab { get; } = new();

    public Dictionary<string, string?> Variables { get; } = [];

    public string Log => results.ToString();

    public string Problems => messages.ToString();

    public string Summary => Text("summary.md");

    public string Outputs => Text("output.txt");

    public string this[string name] => folder[name];

    public static PublishedRun OnGitHub(
        string name = "pull_request",
        string repository = "acme/shop",
        string actor = "ann",
        string head = "fork/shop"
    )
    {
        var run = new PublishedRun();
        var json = name switch
        {
            "pull_request" =>
                $$"""{"pull_request":{"number":7,"head":{"sha":"{{FakeGitHub.Head}}","repo":{"full_name":"{{repository}}"} } } }""",
            "workflow_run" => $$"""
                {"workflow_run":{
                  "id":812,"run_attempt":1,"run_started_at":"2026-11-22T17:50:00Z","event":"pull_request",
                  "head_sha":"{{FakeGitHub.Head}}","head_branch":"topic",
                  "head_repository":{"full_name":"{{head}}","owner":{"login":"fork"} } } }
                """,
            "merge_group" => $$"""{"merge_group":{"head_sha":"{{FakeGitHub.Head}}"} }""",
            _ => """{"ref":"refs/heads/main"}""",
        };
        run.Set(
            new()
            {
                ["GITHUB_ACTIONS"] = "true",
                ["GITHUB_ACTOR"] = actor,
                ["GITHUB_API_URL"] = "https://api.github.com",
                ["GITHUB_EVENT_NAME"] = name,
                ["GITHUB_EVENT_PATH"] = run.folder.Write("event.json", json),
                ["GITHUB_OUTPUT"] = run.folder.Write("output.txt", ""),
                ["GITHUB_REPOSITORY"] = "acme/shop",
                ["GITHUB_RUN_ATTEMPT"] = "1",
                ["GITHUB_RUN_ID"] = "812",
                ["GITHUB_SERVER_URL"] = "https://github.com",
                ["GITHUB_SHA"] = FakeGitHub.Merge,
                ["GITHUB_STEP_SUMMARY"] = run.folder.Write("summary.md", ""),
                ["GITHUB_TOKEN"] = "s3cret",
            }
        );
        return run;
    }

    public static PublishedRun OnAzure()
    {
        var run = new PublishedRun();
        run.door = () => run.Azure.As(FakeAzure.Build);
        run.Set(
            new()
            {
                ["AGENT_TEMPDIRECTORY"] = run.folder.Path,
                ["BUILD_BUILDID"] = "812",
                ["BUILD_REPOSITORY_ID"] = "22222222-2222-2222-2222-222222222222",
                ["BUILD_REPOSITORY_PROVIDER"] = "TfsGit",
                ["BUILD_SOURCEVERSION"] = FakeGitHub.Merge,
                ["SYSTEM_ACCESSTOKEN"] = "s3cret",
                ["SYSTEM_COLLECTIONURI"] = "https://dev.azure.com/acme/",
                ["SYSTEM_PULLREQUEST_PULLREQUESTID"] = "7",
                ["SYSTEM_PULLREQUEST_SOURCECOMMITID"] = FakeGitHub.Head,
                ["SYSTEM_TEAMPROJECT"] = "shop",
                ["SYSTEM_TEAMPROJECTID"] = "11111111-1111-1111-1111-111111111111",
                ["TF_BUILD"] = "True",
            }
        );
        return run;
    }

    public static PublishedRun OnGitLab()
    {
        var run = new PublishedRun();
        run.door = () => run.GitLab.As(FakeGitLab.Bot);
        run.Set(Tests.GitLab.Variables());
        run.Set(new() { ["GITLAB_TOKEN"] = "s3cret" });
        return run;
    }

    public static PublishedRun AtHome() => new();

    /// <summary>Writes a report, as <c>mlgate check</c> does.</summary>
    public string Report(
        string gate = "churn",
        bool passed = false,
        string commit = FakeGitHub.Head,
        string path = "out/report.json",
        int failures = 2,
        string found = "recall went 0.81 → 0.77",
        string code = "MLG4102",
        int? exit = null,
        DateTimeOffset? at = null
    )
    {
        var findings = Enumerable
            .Range(1, passed ? 1 : failures)
            .Select(line => new Finding
            {
                Code = code,
                Id = $"models.m.metrics.recall{line}.max-drop",
                Subject = "models.m",
                Outcome = passed ? Outcome.Passed : Outcome.Failed,
                Expected = "a drop of at most 0.02",
                Found = found,
                Place = new FilePlace("mlgate.yml", 40 + line, 7),
            })
            .ToList();
        return folder.Write(
            path,
            ReportJson.Write(
                new Report
                {
                    Tool = "0.1.0",
                    Gate = gate,
                    GateFile = "samples/mlgate.yml",
                    Commit = commit,
                    Alpha = 0.05,
                    Parts = [],
                    Findings = findings,
                    Verdict = VerdictOf(findings, exit),
                    GeneratedAt = at ?? At,
                }
            )
        );
    }

    // Another version of MlGate may give codes and exits that this one does not know.
    private static Verdict VerdictOf(List<Finding> findings, int? exit) =>
        exit is { } code
            ? new Verdict
            {
                Outcome = Outcome.Failed,
                ExitCode = code,
                Counts = findings.GroupBy(finding => finding.Outcome).ToDictionary(group => group.Key, group => group.Count()),
                Warnings = 0,
            }
            : Verdict.From(findings);

    /// <summary>Keeps files of this folder as the artifact of the measured run.</summary>
    public FakeArtifact Keep(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                archive.CreateEntryFromFile(folder[name], name);
            }
        }

        return Keep(bytes.ToArray());
    }

    /// <summary>Keeps bytes as the artifact of the measured run.</summary>
    public FakeArtifact Keep(byte[] bytes)
    {
        GitHub.Artifacts.Add(new FakeArtifact(GitHub.Artifacts.Count + 1, "reports", bytes));
        return GitHub.Artifacts[^1];
    }

    public string Write(string name, string text) => folder.Write(name, text);

    public Task<int> Run(params string[] reports) => Run(new PublishOptions { Named = reports });

    public Task<int> Run(PublishOptions options)
    {
        HttpMessageHandler Transport() => door is null ? GitHub.As(Bot) : door();
        return new PublishReports(
            new Output(results, messages),
            Variables.GetValueOrDefault,
            new HttpSettings(new Clock(), Transport, RetryLimits.Default, TimeSpan.FromSeconds(30))
        ).RunAsync(options, CancellationToken.None);
    }

    public void Dispose() => folder.Dispose();

    private void Set(Dictionary<string, string?> variables)
    {
        foreach (var (name, value) in variables)
        {
            Variables[name] = value;
        }
    }

    private string Text(string name) => File.ReadAllText(folder[name]);

    private sealed class Clock : IDelay
    {
        public DateTimeOffset Now { get; private set; } = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);

        public Task WaitAsync(TimeSpan time, CancellationToken cancel)
        {
            Now += time;
            return Task.CompletedTask;
        }
    }
}
