using System.Globalization;
using System.Text.Json.Nodes;
using MlGate.FakeServers.Contract;

namespace MlGate.FakeServers;

/// <summary>Answers in the shape that GitHub's description of its API asks for.</summary>
internal static class FakeShapes
{
    private const string Time = "2026-11-22T17:52:12Z";

    public static JsonObject Comment(FakeComment comment, string node)
    {
        var url = string.Create(CultureInfo.InvariantCulture, $"https://api.github.com/repos/acme/shop/issues/comments/{comment.Id}");
        return new JsonObject
        {
            ["id"] = comment.Id,
            ["node_id"] = node,
            ["url"] = url,
            ["html_url"] = url,
            ["issue_url"] = "https://api.github.com/repos/acme/shop/issues/7",
            ["body"] = comment.Body,
            ["user"] = User(comment.Login, comment.Type),
            ["created_at"] = Time,
            ["updated_at"] = Time,
            ["author_association"] = "NONE",
        };
    }

    public static JsonObject Pull(FakePull pull, string repository, string head, string merge, string definition) =>
        Complete.With(
            new JsonObject
            {
                ["id"] = 1,
                ["number"] = pull.Number,
                ["state"] = "open",
                ["created_at"] = Time,
                ["updated_at"] = Time,
                ["head"] = new JsonObject
                {
                    ["sha"] = head,
                    ["ref"] = "topic",
                    ["repo"] = new JsonObject
                    {
                        ["id"] = 3,
                        ["full_name"] = repository,
                        ["name"] = "shop",
                        ["created_at"] = Time,
                        ["updated_at"] = Time,
                        ["pushed_at"] = Time,
                    },
                },
                ["merge_commit_sha"] = merge,
                ["base"] = new JsonObject
                {
                    ["ref"] = pull.Base,
                    ["sha"] = pull.BaseSha,
                    ["repo"] = new JsonObject
                    {
                        ["id"] = 2,
                        ["full_name"] = "acme/shop",
                        ["name"] = "shop",
                        ["created_at"] = Time,
                        ["updated_at"] = Time,
                        ["pushed_at"] = Time,
                    },
                },
            },
            definition
        );

    public static JsonObject Commit(string sha, params string[] parents) =>
        Complete.With(
            new JsonObject
            {
                ["sha"] = sha,
                ["parents"] = new JsonArray([
                    .. parents.Select(parent => new JsonObject
                    {
                        ["sha"] = parent,
                        ["url"] = "https://api.github.com/x",
                        ["html_url"] = "https://github.com/x",
                    }),
                ]),
            },
            "git-commit"
        );

    public static JsonObject Comparison(string status) => Complete.With(new JsonObject { ["status"] = status }, "commit-comparison");

    public static JsonObject Artifact(FakeArtifact artifact) =>
        Complete.With(
            new JsonObject
            {
                ["id"] = artifact.Id,
                ["name"] = artifact.Name,
                ["size_in_bytes"] = artifact.Size ?? artifact.Bytes.Length,
                ["expired"] = artifact.Expired,
                ["created_at"] = artifact.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            },
            "artifact"
        );

    public static JsonObject Status(JsonObject status, long id) =>
        new()
        {
            ["url"] = "https://api.github.com/repos/acme/shop/statuses/" + (string)status["sha"]!,
            ["avatar_url"] = null,
            ["id"] = id,
            ["node_id"] = "S_1",
            ["state"] = status["state"]!.DeepClone(),
            ["description"] = status["description"]?.DeepClone(),
            ["target_url"] = status["target_url"]?.DeepClone(),
            ["context"] = status["context"]!.DeepClone(),
            ["created_at"] = Time,
            ["updated_at"] = Time,
            ["creator"] = User((string)status["by"]!, "Bot"),
        };

    public static JsonObject CheckRun(JsonObject run) =>
        new()
        {
            ["id"] = run["id"]!.DeepClone(),
            ["head_sha"] = run["head_sha"]!.DeepClone(),
            ["node_id"] = "CR_1",
            ["external_id"] = run["external_id"]!.DeepClone(),
            ["url"] = "https://api.github.com/x",
            ["html_url"] = null,
            ["details_url"] = null,
            ["status"] = run["status"]!.DeepClone(),
            ["conclusion"] = run["conclusion"]?.DeepClone(),
            ["started_at"] = Time,
            ["completed_at"] = Time,
            ["output"] = new JsonObject
            {
                ["title"] = run["output"]!["title"]!.DeepClone(),
                ["summary"] = run["output"]!["summary"]!.DeepClone(),
                ["text"] = null,
                ["annotations_count"] = run["output"]!["annotations"]!.AsArray().Count,
                ["annotations_url"] = "https://api.github.com/x",
            },
            ["name"] = run["name"]!.DeepClone(),
            ["check_suite"] = null,
            ["app"] = Complete.With(
                new JsonObject
                {
                    ["id"] = IdOf((string)run["by"]!),
                    ["name"] = (string)run["by"]!,
                    ["owner"] = User("github", "Organization"),
                    ["created_at"] = Time,
                    ["updated_at"] = Time,
                },
                "nullable-integration"
            ),
            ["pull_requests"] = new JsonArray(),
        };

    /// <summary>What GitHub refuses beyond its description.</summary>
    public static bool Fits(JsonNode run) =>
        ((string)run["output"]!["summary"]!).Length <= 65_535
        && (run["output"]!["annotations"]?.AsArray().Count ?? 0) <= 50
        && ((string?)run["status"] != "completed" || run["conclusion"] is not null);

    // Of the user or the app: each login has one of its own.
    private static long IdOf(string login) => login.Aggregate(7L, (id, letter) => (id * 31 % 1_000_003) + letter);

    private static JsonObject User(string login, string type)
    {
        var user = new JsonObject
        {
            ["login"] = login,
            ["id"] = IdOf(login),
            ["node_id"] = "U_1",
            ["type"] = type,
            ["site_admin"] = false,
            ["gravatar_id"] = "",
        };
        foreach (
            var name in new[]
            {
                "avatar_url",
                "url",
                "html_url",
                "followers_url",
                "following_url",
                "gists_url",
                "starred_url",
                "subscriptions_url",
                "organizations_url",
                "repos_url",
                "events_url",
                "received_events_url",
            }
        )
        {
            user[name] = "https://api.github.com/users/x";
        }

        return user;
    }
}
