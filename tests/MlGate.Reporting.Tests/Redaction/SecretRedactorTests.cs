using MlGate.Findings;
using MlGate.Reporting.Redaction;
using MlGate.Reporting.Terminal;

namespace MlGate.Reporting.Tests.Redaction;

public sealed class SecretRedactorTests
{
    private const string Token = "correct-horse-battery";

    [Theory]
    [InlineData("GITHUB_TOKEN")]
    [InlineData("SYSTEM_ACCESSTOKEN")]
    [InlineData("MY_API_KEY")]
    [InlineData("db_password")]
    [InlineData("AZURE_PAT")]
    public void The_value_of_a_variable_that_is_named_like_a_secret_is_removed(string name)
    {
        var redactor = SecretRedactor.From(new Dictionary<string, string> { [name] = Token });

        Assert.Equal("the server said: '***'", redactor.Redact($"the server said: '{Token}'"));
    }

    [Fact]
    public void Other_variables_and_short_values_stay()
    {
        var redactor = SecretRedactor.From(
            new Dictionary<string, string>
            {
                ["HOME"] = "/home/somebody",
                ["TOKEN"] = "auc",
                ["TOKEN_URL"] = "https://host/token",
            }
        );

        Assert.Equal("auc in /home/somebody at https://host/token", redactor.Redact("auc in /home/somebody at https://host/token"));
    }

    [Fact]
    public void A_token_is_removed_as_HTTP_sends_it()
    {
        var redactor = SecretRedactor.OfPatterns.With(Token);
        var sent = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("x-access-token:" + Token));

        Assert.Equal("you sent ***", redactor.Redact("you sent " + sent));
    }

    [Fact]
    public void The_start_of_a_token_that_was_cut_is_removed() =>
        Assert.Equal("refused: ***…", SecretRedactor.OfPatterns.With(Token).Redact("refused: correct-hor…"));

    [Fact]
    public void Everything_that_is_printed_is_cleaned()
    {
        var (results, messages) = (new StringWriter(), new StringWriter());
        var output = new Output(results, messages, SecretRedactor.OfPatterns.With(Token));

        output.Result("result " + Token);
        output.Message("message " + Token);
        output.Problem(Diagnostics.FileNotAccessible, "found " + Token, "expected");
        output.Problems([
            new Finding
            {
                Code = "MLG7002",
                Id = "x",
                Subject = "x",
                Outcome = Outcome.NotMeasured,
                Found = "found " + Token,
                Expected = "y",
                Fix = "fix " + Token,
            },
        ]);

        Assert.DoesNotContain(Token, results.ToString() + messages, StringComparison.Ordinal);
        Assert.Equal(5, (results.ToString() + messages).Split("***").Length - 1);
    }
}
