using System.Net;
using System.Text.Json.Nodes;

namespace MlGate.FakeServers;

/// <summary>Comments of a pull request: listed in pages, changed only by their author.</summary>
internal sealed partial class FakeGitHub
{
    private HttpResponseMessage List(FakeCall call)
    {
        var (size, page) = Page(call);
        var answer = Json(
            200,
            new JsonArray([.. Comments.OrderBy(comment => comment.Id).Skip((page - 1) * size).Take(size).Select(Shape)])
        );
        if (Comments.Count > page * size)
        {
            answer.Headers.TryAddWithoutValidation("Link", $"<https://evil.example/next?page={page + 1}>; rel=\"next\"");
        }

        return answer;
    }

    private HttpResponseMessage Create(FakeCall call, string login)
    {
        var body = (string)call.Body!["body"]!;
        return body.Length > 65_536
            ? TooLong()
            : Json(201, Shape(Add(login, login.EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User", body)));
    }

    private HttpResponseMessage Update(FakeCall call, long id, string login)
    {
        if (Comments.Find(comment => comment.Id == id) is not { } comment)
        {
            return Answer(404);
        }

        if (comment.Login != login)
        {
            return Answer(403, "{\"message\":\"Must have admin rights to Repository.\"}");
        }

        var body = (string)call.Body!["body"]!;
        if (body.Length > 65_536)
        {
            return TooLong();
        }

        Comments[Comments.IndexOf(comment)] = comment with { Body = body };
        return Json(200, Shape(comment with { Body = body }));
    }

    private HttpResponseMessage Delete(long id, string login)
    {
        if (Comments.Find(comment => comment.Id == id) is not { } comment)
        {
            return Answer(404);
        }

        if (comment.Login != login)
        {
            return Answer(403);
        }

        Comments.Remove(comment);
        return new HttpResponseMessage(HttpStatusCode.NoContent) { Content = new StringContent("") };
    }

    private HttpResponseMessage AskAuthors(FakeCall call, string login)
    {
        if (!GraphQl)
        {
            return Answer(403);
        }

        var nodes = call.Body!["variables"]!["ids"]!
            .AsArray()
            .Select(id => Comments.Find(comment => Node(comment.Id) == (string)id!))
            .Select(comment =>
                comment is null
                    ? null
                    : (JsonNode)new JsonObject { ["id"] = Node(comment.Id), ["viewer_did_author"] = comment.Login == login }
            );
        return Json(200, new JsonObject { ["data"] = new JsonObject { ["nodes"] = new JsonArray([.. nodes]) } });
    }
}
