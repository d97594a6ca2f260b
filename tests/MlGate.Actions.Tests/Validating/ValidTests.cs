using System.Text.RegularExpressions;

namespace MlGate.Actions.Tests.Validating;

/// <summary>The actions, the workflows and every example of the docs are such as GitHub takes, and keep this repository's rules.</summary>
public sealed class ValidTests
{
    [Fact]
    public void Nobody_has_anything_against_the_actions_the_workflows_and_the_examples()
    {
        Node.Need();

        Assert.Empty(Judges.Ask(Checkout.Workflows));
    }

    [Fact]
    public void The_docs_have_an_example_for_every_case_that_they_name()
    {
        string[] expected =
        [
            "docs: mlgate",
            "docs: mlgate-forks",
            "docs: mlgate-publish",
            "docs: mlgate-monorepo",
            "docs: mlgate-nightly",
            "docs: mlgate-queue",
        ];

        Assert.Equal(expected, Checkout.Examples(Checkout.Read("docs/ci.md")).Select(one => one.Name));
    }

    [Fact]
    public void The_docs_name_every_input_and_output_with_its_default()
    {
        var docs = Checkout.Read("docs/ci.md");
        var lines = Checkout.Read("action.yml").Split('\n');
        var names = lines
            .TakeWhile(line => line != "runs:")
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] is >= 'a' and <= 'z' && line.EndsWith(':'))
            .Select(line => line.Trim().TrimEnd(':'))
            .ToList();

        Assert.True(names.Count > 20, string.Join(' ', names));
        Assert.All(names, name => Assert.Contains($"| `{name}` |", docs, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_of_the_page_leads_somewhere()
    {
        var docs = Checkout.Read("docs/ci.md");
        var links = Regex
            .Matches(docs, @"\]\((?<to>[^)#\s]*)(#(?<part>[^)]*))?\)")
            .Select(match => (To: match.Groups["to"].Value, Part: match.Groups["part"].Value))
            .ToList();

        Assert.True(links.Count > 20);
        Assert.All(links, link =>
        {
            var text = link.To.Length == 0 ? docs : Checkout.Read("docs/" + link.To);
            var parts = text.Split('\n')
                .Where(line => line.StartsWith('#'))
                .Select(line =>
                    string.Concat(
                            line.TrimStart('#')
                                .Trim()
                                .ToLowerInvariant()
                                .Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-')
                        )
                        .Replace(' ', '-')
                );
            Assert.True(link.Part.Length == 0 || parts.Contains(link.Part), link.ToString());
        });
    }

    [Fact]
    public void Every_pin_is_the_same_everywhere()
    {
        var texts = Checkout.Actions.Select(Checkout.Read).Concat(Checkout.Workflows.Select(one => one.Text));
        var pins = texts
            .SelectMany(text => text.Split('\n'))
            .Where(line => line.Contains("uses: actions/", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf("actions/", StringComparison.Ordinal) + "actions/".Length)..].Trim())
            .GroupBy(pin => pin.Split('@')[0].Split('/')[0], pin => pin.Split('@')[1]);

        Assert.All(pins, pin => Assert.Single(pin.Distinct()));
    }
}
