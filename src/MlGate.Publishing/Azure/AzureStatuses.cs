using System.Text.Json.Nodes;

using MlGate.Findings;
using MlGate.Publishing.Calls;
using MlGate.Publishing.Statuses;

namespace MlGate.Publishing.Azure;

/// <summary>The status of one gate on one push of a pull request.</summary>
/// <param name="client">Of the server.</param>
/// <param name="calls">Makes the calls.</param>
/// <param name="gate">The gate's name.</param>
/// <param name="iteration">The push: with it a policy can tell its status from that of an earlier one. Null where it is not known.</param>
internal sealed class AzureStatuses(AzureClient client, ServerCalls calls, string gate, long? iteration) : IStatusStore
{
    private const string Genre = "mlgate";

    private readonly string name = PlainLine.Of(gate, 100);

    // The same genre and name may replace.
    public bool KeepsAll => false;

    /// <summary>The status of a result.</summary>
    public static StoredStatus Of(PublishRequest request, string? link)
    {
        var state = request.ExitCode switch
        {
            null => StoredStatus.Pending,
            ExitCode.Passed => "succeeded",
            ExitCode.Failed or ExitCode.Undecided => "failed",
            _ => "error",
        };
        return new StoredStatus(state, PlainLine.Of(request.Summary, 140), link);
    }

    public async Task<Answer<IReadOnlyList<StoredStatus>>> Listed(CancellationToken cancel)
    {
        var answer = await calls.Read("list the statuses", () => client.Send(HttpMethod.Get, "/statuses"), cancel).ConfigureAwait(false);
        if (answer.Value is not { } all) return answer.Refusal!;
        if (all["value"] is not JsonArray list) return RefusalReading.Empty("list the statuses");
        return list.OfType<JsonObject>()
            .Where(one => Text(one["context"]?["genre"]) == Genre && Text(one["context"]?["name"]) == name && Number(one["iterationId"]) == iteration)
            .OrderByDescending(one => Number(one["id"]))
            .Select(one => new StoredStatus(Text(one["state"]) ?? "", Text(one["description"]) ?? "", Text(one["targetUrl"])))
            .ToList();
    }

    public async Task<Refusal?> Set(StoredStatus status, CancellationToken cancel)
    {
        var posted = new JsonObject
        {
            ["state"] = status.State,
            ["description"] = status.Description,
            ["context"] = new JsonObject { ["genre"] = Genre, ["name"] = name },
        };
        if (iteration is { } id) posted["iterationId"] = id;
        if (status.Link is { } link) posted["targetUrl"] = link;
        return (await calls.Once("set the status", () => client.Send(HttpMethod.Post, "/statuses", posted), cancel).ConfigureAwait(false)).Refusal;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static long? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;
}
