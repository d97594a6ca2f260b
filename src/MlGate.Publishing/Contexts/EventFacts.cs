using System.Text.Json;

namespace MlGate.Publishing.Contexts;

/// <summary>What publishing needs of an event.</summary>
internal sealed record EventFacts(int? PullRequest, string? HeadSha, string? HeadRepository, HeadPlace? Head)
{
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static EventFacts Of(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return new EventFacts(null, null, null, null);
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (Child(root, "pull_request") is { } pull)
        {
            var head = Child(pull, "head");
            return new EventFacts(Number(pull, "number") ?? Number(root, "number"), Text(head, "sha"), Text(Child(head, "repo"), "full_name"), null);
        }

        if (Child(root, "workflow_run") is { } run)
        {
            var repository = Child(run, "head_repository");
            var (full, owner, branch) = (Text(repository, "full_name"), Text(Child(repository, "owner"), "login"), Text(run, "head_branch"));
            var place = full is not null && owner is not null && branch is not null ? new HeadPlace(owner, full, branch) : null;
            return new EventFacts(null, Text(run, "head_sha"), full, place);
        }

        return new EventFacts(null, Text(Child(root, "merge_group"), "head_sha"), null, null);
    }

    private static JsonElement? Child(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var child) && child.ValueKind == JsonValueKind.Object ? child : null;

    private static string? Text(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number > 0 ? number : null;
}
