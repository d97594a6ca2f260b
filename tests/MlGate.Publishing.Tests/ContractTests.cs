using System.Text.Json.Nodes;
using MlGate.FakeServers.Contract;
using Xunit.Sdk;

namespace MlGate.Publishing.Tests;

/// <summary>The contracts refuse what the services refuse: otherwise they would hold nobody to anything.</summary>
public sealed class ContractTests
{
    [Theory]
    [InlineData("POST", "repos/a/b/issues/7/comments", "", "{}")]
    [InlineData("POST", "repos/a/b/issues/7/comments", "", """{"body":7}""")]
    [InlineData("POST", "repos/a/b/issues/7/comments", "", null)]
    [InlineData("POST", "repos/a/b/statuses/abc", "", """{"state":"warning"}""")]
    [InlineData("POST", "repos/a/b/check-runs", "", """{"name":"x"}""")]
    [InlineData("GET", "repos/a/b/issues/7/comments", "per_page=many", null)]
    [InlineData("GET", "repos/a/b/issues/7/comments", "author=me", null)]
    [InlineData("GET", "repos/a/b/nowhere", "", null)]
    public void A_wrong_request_is_refused(string method, string path, string query, string? body) =>
        Assert.ThrowsAny<XunitException>(() =>
            ServerContract.GitHub.CheckRequest(
                new FakeCall(method, path, query, body is null ? null : JsonNode.Parse(body), "api.github.com", null)
            )
        );

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void A_check_run_takes_fifty_annotations(int count, bool taken)
    {
        var annotation = """{"path":"a","start_line":1,"end_line":1,"annotation_level":"failure","message":"m"}""";
        var annotations = string.Join(',', Enumerable.Repeat(annotation, count));
        var body = $$"""{"name":"x","head_sha":"y","output":{"title":"t","summary":"s","annotations":[{{annotations}}]} }""";
        var call = new FakeCall("POST", "repos/a/b/check-runs", "", JsonNode.Parse(body), "api.github.com", null);

        Assert.Equal(taken, Record.Exception(() => ServerContract.GitHub.CheckRequest(call)) is null);
    }

    [Theory]
    [InlineData(200, "[{}]")]
    [InlineData(201, "[]")]
    [InlineData(200, "{}")]
    public void A_wrong_answer_is_refused(int status, string answer) =>
        Assert.ThrowsAny<XunitException>(() =>
            ServerContract.GitHub.CheckAnswer(
                new FakeCall("GET", "repos/a/b/issues/7/comments", "", null, "api.github.com", null),
                status,
                answer
            )
        );

    [Theory]
    [InlineData("POST", "/threads", """{"comments":[{"content":"x","commentType":"text","parentCommentId":0}],"status":"open"}""")]
    [InlineData("POST", "/threads", """{"comments":[{"text":"x"}]}""")]
    [InlineData("POST", "/threads", """{"comments":{"content":"x"}}""")]
    [InlineData("PATCH", "/threads/4/comments/1", """{"content":7}""")]
    [InlineData("POST", "/statuses", """{"state":"success","context":{"genre":"mlgate","name":"churn"}}""")]
    [InlineData("POST", "/statuses", """{"state":"failed","context":"mlgate/churn"}""")]
    [InlineData("POST", "/iterations", "{}")]
    public void A_wrong_request_to_Azure_is_refused(string method, string path, string body) =>
        Assert.ThrowsAny<XunitException>(() => ServerContract.Azure.CheckRequest(Azure(method, path, body)));

    [Theory]
    [InlineData("PATCH", "/threads/4/comments/1", """{"id":4,"comments":[]}""")]
    [InlineData("GET", "/threads", "[]")]
    [InlineData("GET", "/iterations", """{"count":1,"value":[{"id":"1"}]}""")]
    [InlineData("DELETE", "/threads/4/comments/1", "{}")]
    public void A_wrong_answer_of_Azure_is_refused(string method, string path, string answer) =>
        Assert.ThrowsAny<XunitException>(() => ServerContract.Azure.CheckAnswer(Azure(method, path, null), 200, answer));

    private static FakeCall Azure(string method, string path, string? body) =>
        new(method, FakeAzure.Base[1..] + path, "api-version=7.1", body is null ? null : JsonNode.Parse(body), "dev.azure.com", null);
}
