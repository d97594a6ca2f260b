using MlGate.Publishing.Contexts;
using MlGate.Publishing.GitHub;

namespace MlGate.Publishing.Tests;

public sealed class AddressTests
{
    [Theory]
    [InlineData("https://api.github.com", null, "https://api.github.com/", "https://api.github.com/graphql")]
    [InlineData(null, null, "https://api.github.com/", "https://api.github.com/graphql")]
    [InlineData(null, "https://github.com", "https://api.github.com/", "https://api.github.com/graphql")]
    [InlineData(
        "https://git.acme.example/api/v3",
        "https://git.acme.example",
        "https://git.acme.example/api/v3/",
        "https://git.acme.example/api/graphql"
    )]
    [InlineData(null, "https://git.acme.example/", "https://git.acme.example/api/v3/", "https://git.acme.example/api/graphql")]
    [InlineData("https://api.acme.ghe.com", null, "https://api.acme.ghe.com/", "https://api.acme.ghe.com/graphql")]
    [InlineData(null, "https://acme.ghe.com", "https://api.acme.ghe.com/", "https://api.acme.ghe.com/graphql")]
    [InlineData("http://127.0.0.1:4010", null, "http://127.0.0.1:4010/", "http://127.0.0.1:4010/graphql")]
    public void Each_kind_of_server_has_its_addresses(string? api, string? server, string rest, string graphQl)
    {
        var address = ApiAddress.From(api, server, null)!;

        Assert.Equal((rest, graphQl), (address.Rest.AbsoluteUri, address.GraphQl!.AbsoluteUri));
    }

    [Theory]
    [InlineData("http://git.acme.example/api/v3")]
    [InlineData("ftp://git.acme.example")]
    [InlineData("https://user@git.acme.example")]
    [InlineData("api.github.com")]
    [InlineData("https://api.github.com/?x=1")]
    public void An_address_that_is_not_plain_https_is_refused(string api) => Assert.Null(ApiAddress.From(api, null, null));

    [Fact]
    public void GraphQL_at_another_host_is_not_used() =>
        Assert.Null(ApiAddress.From("https://api.github.com", null, "https://evil.example/graphql")!.GraphQl);

    [Theory]
    [InlineData("https://git.acme.example/api/v3", "/api/v3/")]
    [InlineData("https://api.acme.ghe.com", "/")]
    public void Comment_status_and_check_run_reach_the_server_that_is_configured(string api, string basePath)
    {
        var fake = new FakeGitHub(basePath);
        fake.Add("mallory", "User", Comments.CommentMarker.From("churn"));

        var findings = Publishing.To(
            fake,
            Publishing.Request() with
            {
                CommitStatus = true,
                CheckRun = true,
            },
            context: Publishing.Context(api: api)
        );

        Assert.Empty(findings);
        Assert.Equal((2, 1, 1), (fake.Comments.Count, fake.Statuses.Count, fake.CheckRuns.Count));
        Assert.All(fake.Calls, call => Assert.Equal((new Uri(api).Host, "Token s3cret"), (call.Host, call.Authorization)));
    }

    [Theory]
    [InlineData("https://evil.example/steal")]
    [InlineData("http://api.github.com/repos/acme/shop/pulls/7")]
    [InlineData("https://api.github.com:8443/repos/acme/shop/pulls/7")]
    public void A_redirect_to_another_place_is_not_followed(string location)
    {
        var fake = new FakeGitHub { Before = (_, _) => FakeGitHub.Answer(307, "", ("Location", location)) };

        var finding = Assert.Single(Publishing.To(fake, Publishing.Request()));

        Assert.Equal("MLG6028", Publishing.Code(finding));
        Assert.Equal("api.github.com", Assert.Single(fake.Calls).Host);
    }

    [Fact]
    public void A_redirect_within_the_server_is_followed()
    {
        var fake = new FakeGitHub();
        fake.Before = (number, call) =>
            number == 1 ? FakeGitHub.Answer(301, "", ("Location", "https://api.github.com/" + call.Path)) : null;

        Assert.Empty(Publishing.To(fake, Publishing.Request()));
    }

    [Fact]
    public void A_token_shows_itself_nowhere()
    {
        Assert.DoesNotContain("s3cret", new ServerToken("s3cret").ToString(), StringComparison.Ordinal);
        Assert.Equal("MLG6022", Publishing.Code(Assert.Single(Publishing.To(new FakeGitHub(), Publishing.Request(), token: " "))));
    }

    [Fact]
    public void The_network_follows_nothing_by_itself()
    {
        using var network = Assert.IsType<SocketsHttpHandler>(HttpSettings.Network());

        Assert.Equal((false, false), (network.AllowAutoRedirect, network.UseCookies));
    }
}
