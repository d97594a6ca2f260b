using System.Text.RegularExpressions;
using MlGate.App.UseCases;
using MlGate.Findings;
using MlGate.Reporting.Terminal;

namespace MlGate.App.Tests.UseCases;

public sealed class ExplainCodeTests : IDisposable
{
    private readonly StringWriter results = new();
    private readonly StringWriter messages = new();

    public void Dispose()
    {
        results.Dispose();
        messages.Dispose();
    }

    private ExplainCode Explain => new(new Output(results, messages));

    [Fact]
    public void Every_code_has_a_page_that_a_terminal_shows()
    {
        foreach (var diagnostic in Diagnostics.All)
        {
            results.GetStringBuilder().Clear();

            Assert.Equal(ExitCode.Passed, Explain.Run(diagnostic.Code));

            var page = results.ToString();
            Assert.StartsWith($"{diagnostic.Code}: {diagnostic.Title}\n", page, StringComparison.Ordinal);
            Assert.EndsWith(diagnostic.HelpLink + Environment.NewLine, page, StringComparison.Ordinal);
            Assert.Contains("\nFix\n", page, StringComparison.Ordinal);
            Assert.DoesNotMatch(new Regex(@"\]\(|^##|^\*\*|```", RegexOptions.Multiline), page);
        }
    }

    [Theory]
    [InlineData("MLG4102")]
    [InlineData("mlg4102")]
    [InlineData(" 4102 ")]
    public void A_code_is_found_as_people_type_it(string code)
    {
        Assert.Equal(ExitCode.Passed, Explain.Run(code));

        Assert.StartsWith("MLG4102: ", results.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MLG4120", "MLG4102")]
    [InlineData("recall", "MLG4102")]
    public void A_code_that_does_not_exist_leads_to_one_that_does(string code, string near)
    {
        Assert.Equal(ExitCode.Usage, Explain.Run(code));

        Assert.Equal("", results.ToString());
        Assert.Contains($"no code '{code}'; expected a code such as {near}", messages.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_code_all_are_listed()
    {
        Assert.Equal(ExitCode.Passed, Explain.Run(null));

        Assert.Equal(Diagnostics.All.Count, results.ToString().TrimEnd().Split('\n').Length);
    }
}
