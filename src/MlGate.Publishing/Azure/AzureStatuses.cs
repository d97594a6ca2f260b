using System.Text.Json.Nodes;
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

    private readonly string name = PlainLine.From(gate, 100);

    // The same genre and name may replace.
    public bool KeepsAll => false;

    /// <summary>The status of a result.</summary>
    public static StoredStatus For(PublishRequest request, string? link)
    {
        var state = request.Result switch
        {
            ResultState.Pending => StoredStatus.Pending,
            ResultState.Passed => "succeeded",
            ResultState.Failed => "failed",
            _ => "error",
        };
        return new StoredStatus(state, PlainLine.From(request.Summary, 140), link);
    }

    public async Task<ApiResult<IReadOnlyList<StoredStatus>>> ListAsync(CancellationToken cancel)
    {
        var answer = await calls
            .ReadAsync("list the statuses", () => client.SendAsync(HttpMethod.Get, "/statuses"), cancel)
            .ConfigureAwait(false);
        if (answer.Value is not { } all)
        {
            return answer.Error!;
        }

        if (all["value"] is not JsonArray list)
        {
            return ServerErrorReader.Empty("list the statuses");
        }

        return list.OfType<JsonObject>()
            .Where(one =>
                one["context"]?["genre"].Text() == Genre
                && one["context"]?["name"].Text() == name
                && one["iterationId"].Number() == iteration
            )
            .OrderByDescending(one => one["id"].Number())
            .Select(For)
            .ToList();
    }

    public async Task<ApiResult<StoredStatus>> SetAsync(StoredStatus status, CancellationToken cancel)
    {
        var posted = new JsonObject
        {
            ["state"] = status.State,
            ["description"] = status.Description,
            ["context"] = new JsonObject { ["genre"] = Genre, ["name"] = name },
        };
        if (iteration is { } id)
        {
            posted["iterationId"] = id;
        }

        if (status.Link is { } link)
        {
            posted["targetUrl"] = link;
        }

        var answer = await calls
            .TryOnceAsync("set the status", () => client.SendAsync(HttpMethod.Post, "/statuses", posted), cancel)
            .ConfigureAwait(false);
        return answer.Value is { } kept ? For(kept) : answer.Error!;
    }

    private static StoredStatus For(JsonObject status) =>
        new(status["state"].Text() ?? "", status["description"].Text() ?? "", status["targetUrl"].Text())
        {
            Creator = status["createdBy"]?["id"].Text(),
        };
}
