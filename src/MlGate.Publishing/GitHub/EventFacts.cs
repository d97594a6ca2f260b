using System.Text.Json;

namespace MlGate.Publishing.GitHub;

/// <summary>What publishing needs of an event.</summary>
internal sealed record EventFacts
{
    public int? PullRequest { get; init; }

    public string? HeadSha { get; init; }

    public string? HeadRepository { get; init; }

    public HeadPlace? Head { get; init; }

    /// <summary>Of <c>workflow_run</c>: the run that measured.</summary>
    public long? Run { get; init; }

    public int? Attempt { get; init; }

    /// <summary>When that attempt began; null where the server does not say.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    public bool IsSecondStep { get; init; }

    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static EventFacts From(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new EventFacts();
        }

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (Child(root, "pull_request") is { } pull)
        {
            var head = Child(pull, "head");
            return new EventFacts
            {
                PullRequest = (int?)(Number(pull, "number") ?? Number(root, "number")),
                HeadSha = Text(head, "sha"),
                HeadRepository = Text(Child(head, "repo"), "full_name") ?? "a deleted fork",
            };
        }

        if (Child(root, "workflow_run") is { } run)
        {
            var repository = Child(run, "head_repository");
            var (full, owner, branch) = (
                Text(repository, "full_name"),
                Text(Child(repository, "owner"), "login"),
                Text(run, "head_branch")
            );
            var place = full is not null && owner is not null && branch is not null ? new HeadPlace(owner, full, branch) : null;
            return new EventFacts
            {
                HeadSha = Text(run, "head_sha"),
                HeadRepository = full,

                // A run for a push or a schedule has a branch, but no pull request that waits for it.
                Head = Text(run, "event") == "pull_request" ? place : null,
                Run = Number(run, "id", long.MaxValue),
                Attempt = (int?)Number(run, "run_attempt"),
                StartedAt =
                    run.TryGetProperty("run_started_at", out var started)
                    && started.ValueKind == JsonValueKind.String
                    && started.TryGetDateTimeOffset(out var at)
                        ? at
                        : null,
                IsSecondStep = true,
            };
        }

        return new EventFacts { HeadSha = Text(Child(root, "merge_group"), "head_sha") };
    }

    private static JsonElement? Child(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } parent
        && parent.TryGetProperty(name, out var child)
        && child.ValueKind == JsonValueKind.Object
            ? child
            : null;

    private static string? Text(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } parent
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static long? Number(JsonElement of, string name, long most = int.MaxValue) =>
        of.ValueKind == JsonValueKind.Object
        && of.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var number)
        && number > 0
        && number <= most
            ? number
            : null;
}
