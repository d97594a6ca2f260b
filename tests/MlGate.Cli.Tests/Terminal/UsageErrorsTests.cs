using MlGate.Cli.Terminal;
using MlGate.Findings;
using MlGate.Reporting.Terminal;

namespace MlGate.Cli.Tests.Terminal;

/// <summary>Slips on the command line: exit 3, one line each, and never taken for a gate that failed.</summary>
public sealed class UsageErrorsTests
{
    [Theory]
    [InlineData("chek", "did you mean 'check'?")]
    [InlineData("check --fromat json", "did you mean '--format'?")]
    [InlineData("check --format jsn", "'json'")]
    [InlineData("check --output", "--output")]
    [InlineData("init --projekt x", "did you mean '--project'?")]
    [InlineData("train --gaet mlgate.yml", "did you mean '--gate'?")]
    [InlineData("diff --cahce x", "did you mean '--cache'?")]
    [InlineData("show", "report")]
    [InlineData("show one two", "'two'")]
    [InlineData("lock @no-such-response-file", "response file")]
    [InlineData("history --count 99999999999", "--count must be an integer from 1 to 1000")]
    [InlineData("history --count 0", "--count must be an integer from 1 to 1000")]
    [InlineData("history --count -1", "--count must be an integer from 1 to 1000")]
    [InlineData("history --count 1.5", "--count must be an integer from 1 to 1000")]
    [InlineData("history --count many", "--count must be an integer from 1 to 1000")]
    [InlineData("accept --reason x --until 2026-01-01", "name a check, or use --failing for all failing checks")]
    [InlineData("accept a.b --failing --reason x --until 2026-01-01", "name a check, or use --failing for all failing checks")]
    [InlineData("publish out/report.json --measurign", "did you mean '--measuring'?")]
    [InlineData("publish out/report.json --log-url javascript:alert(1)", "--log-url needs an https address")]
    public void A_slip_is_a_usage_error_that_says_a_way_out(string line, string part)
    {
        var (errors, results) = (new StringWriter(), new StringWriter());
        var output = new Output(results, errors);
        var parsed = Program.Root(output).Parse(line.Split(' '), ResponseFile.Configuration);

        var exit = UsageErrors.Tell(parsed, output);

        Assert.NotEmpty(parsed.Errors);
        Assert.Equal(ExitCode.Usage, exit);
        Assert.Contains(part, errors.ToString(), StringComparison.Ordinal);
        Assert.All(errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), text =>
            Assert.StartsWith("error MLG0020: ", text, StringComparison.Ordinal)
        );
        Assert.Empty(results.ToString());
    }

    [Theory]
    [InlineData("publish", "nothing to publish")]
    [InlineData("publish --artifact reports", "--artifact needs --gate")]
    [InlineData("publish --measuring out/report.json", "--measuring needs --gate")]
    public async Task Options_that_make_no_sense_together_are_one_too(string line, string part)
    {
        var (errors, results) = (new StringWriter(), new StringWriter());
        var parsed = Program.Root(new Output(results, errors)).Parse(line.Split(' '), ResponseFile.Configuration);

        var exit = await parsed.InvokeAsync();

        Assert.Equal(ExitCode.Usage, exit);
        Assert.Contains(part, errors.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "error MLG0020: ",
            Assert.Single(errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
        Assert.Empty(results.ToString());
    }

    [Theory]
    [InlineData("check")]
    [InlineData("doctor")]
    [InlineData("explain")]
    [InlineData("init")]
    [InlineData("lock")]
    [InlineData("train")]
    [InlineData("status")]
    [InlineData("diff")]
    [InlineData("show")]
    [InlineData("publish")]
    public void Every_verb_explains_itself_with_examples(string verb)
    {
        var text = new StringWriter();
        var parsed = Program.Root(new Output(text, text)).Parse([verb, "--help"], ResponseFile.Configuration);

        var exit = parsed.Invoke(new() { Output = text });

        Assert.Empty(parsed.Errors);
        Assert.Equal(ExitCode.Passed, exit);
        Assert.Contains("Examples:", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("  mlgate " + verb, text.ToString(), StringComparison.Ordinal);
    }
}
