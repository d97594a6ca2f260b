using System.Text.Json.Nodes;

namespace MlGate.FakeServers;

/// <summary>The check runs that a fake GitHub keeps.</summary>
/// <param name="nextId">Gives out ids.</param>
internal sealed class FakeCheckRuns(Func<long> nextId)
{
    public List<JsonObject> All { get; } = [];

    public HttpResponseMessage List() =>
        FakeGitHub.Json(
            200,
            new JsonObject { ["total_count"] = All.Count, ["check_runs"] = new JsonArray([.. All.Select(run => FakeShapes.CheckRun(run))]) }
        );

    public HttpResponseMessage Create(FakeCall call, string login)
    {
        var run = call.Body!.DeepClone().AsObject();
        run["id"] = nextId();
        run["by"] = login;
        if (!FakeShapes.Fits(run))
        {
            return FakeGitHub.TooLong();
        }

        All.Add(run);
        return FakeGitHub.Json(201, FakeShapes.CheckRun(run));
    }

    public HttpResponseMessage Update(FakeCall call, long id, string login)
    {
        if (All.Find(run => (long)run["id"]! == id) is not { } run)
        {
            return FakeGitHub.Answer(404);
        }

        if ((string)run["by"]! != login)
        {
            return FakeGitHub.Answer(
                403,
                """{"message":"Invalid app_id `15368` - check run can only be modified by the GitHub App that created it."}"""
            );
        }

        if (!FakeShapes.Fits(call.Body!))
        {
            return FakeGitHub.TooLong();
        }

        foreach (var key in new[] { "conclusion", "status", "details_url", "completed_at" })
        {
            if (call.Body![key] is { } value)
            {
                run[key] = value.DeepClone();
            }
        }

        foreach (var key in new[] { "title", "summary" })
        {
            run["output"]![key] = call.Body!["output"]![key]!.DeepClone();
        }

        foreach (var annotation in call.Body!["output"]!["annotations"]?.AsArray() ?? [])
        {
            run["output"]!["annotations"]!.AsArray().Add(annotation!.DeepClone());
        }

        return FakeGitHub.Json(200, FakeShapes.CheckRun(run));
    }
}
