using MlGate.Findings;

namespace MlGate.Core.Tests.Findings;

public sealed class SecretTextTests
{
    // Written in parts, so that no scanner of repositories takes them for real ones.
    private const string GitHub = "ghp_" + "0123456789abcdefABCDEF0123456789abcd";
    private const string FineGrained = "github_pat_" + "11AAAAAAA0aaaaaaaaaaaa_bbbbbbbbbbbbbbbbbbbb";
    private const string JsonWebToken = "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0NTY3ODkwIn0." + "c2lnbmF0dXJl";

    [Theory]
    [InlineData("bad credentials " + GitHub, "bad credentials ***")]
    [InlineData("gho_" + "0123456789abcdefABCDEF0123456789abcd.", "***.")]
    [InlineData("'ghs_" + "0123456789abcdefABCDEF0123456789abcd'", "'***'")]
    [InlineData("token=" + FineGrained + "&x", "token=***&x")]
    [InlineData("jwt " + JsonWebToken + " refused", "jwt *** refused")]
    [InlineData("fatal: unable to access 'https://bob:secret@host/x.git/': 403", "fatal: unable to access 'https://***@host/x.git/': 403")]
    [InlineData("https://ghost@host/x", "https://***@host/x")]
    [InlineData("Authorization: Basic eHg6eXl5eXl5eXl5eQ==", "Authorization: ***")]
    [InlineData("{\"authorization\": \"token abcdef0123\"}", "{\"authorization\": \"***\"}")]
    [InlineData("sent Bearer abcdef0123456789.x", "sent Bearer ***")]
    [InlineData("header basic dXNlcjpwYXNzd29yZA==", "header basic ***")]
    [InlineData("?private_token=abcdefgh1234&page=2", "?private_token=***&page=2")]
    [InlineData("password: hunter2hunter2", "password: ***")]
    public void What_looks_like_a_secret_is_removed(string text, string expected) => Assert.Equal(expected, SecretText.Redact(text));

    [Theory]
    [InlineData("a drop of at most 0.02 at https://example.org/a@b")]
    [InlineData("the basic checks of 12 columns")]
    [InlineData("c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00 is not in main")]
    [InlineData("mail someone@example.org")]
    [InlineData("the token has no permission")]
    [InlineData("git@github.com:owner/name.git")]
    public void Ordinary_text_stays(string text) => Assert.Equal(text, SecretText.Redact(text));

    [Fact]
    public void A_finding_holds_no_secret()
    {
        var finding = new Finding
        {
            Code = "MLG6002",
            Id = "baseline",
            Subject = "baseline",
            Outcome = Outcome.NotMeasured,
            Expected = "a baseline",
            Found = "git reported: " + GitHub,
            Fix = "Remove " + GitHub + " from the address",
        };

        Assert.Equal("baseline: git reported: ***; expected a baseline. Remove *** from the address.", finding.Message);
    }
}
