using System.Text;
using System.Text.RegularExpressions;
using MlGate.Findings;

namespace MlGate.Reporting.Tests;

public sealed partial class DiagnosticPagesTests
{
    private static readonly string[] Sections = ["Meaning", "Cause", "Fix", "Silence"];

    private static readonly (string Digits, string Area)[] Areas =
    [
        ("0", "Gate file, options, the build"),
        ("1", "Versions, locks, git"),
        ("2", "Data"),
        ("3", "Refused as unsafe"),
        ("4", "Models"),
        ("5", "Serving and monitoring"),
        ("6", "Reports and publishing"),
        ("7", "Environment"),
        ("8", "Limits of time and memory"),
        ("9", "Bugs"),
    ];

    public static TheoryData<string> Codes => [.. Diagnostics.All.Select(diagnostic => diagnostic.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_has_a_page_that_says_something(string code)
    {
        var path = Repository.Docs($"diagnostics/{code}.md");

        Assert.True(File.Exists(path), $"docs/diagnostics/{code}.md is missing");
        var text = File.ReadAllText(path);
        var parts = text.Split("\n## ");
        Assert.Equal($"# {code}: {Diagnostics.Get(code).Title}", parts[0].Split('\n')[0]);
        Assert.Contains($"Exit code {Diagnostics.Get(code).Exit} ", parts[0], StringComparison.Ordinal);
        Assert.Equal(Sections, parts[1..].Select(part => part.Split('\n')[0]));
        Assert.All(parts[1..], part => Assert.True(Words().Count(part) >= 6, $"{code}: '{part.Split('\n')[0]}' says next to nothing"));
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_pages_explain_with_the_same_words()
    {
        var pages = Diagnostics.All.Select(diagnostic => File.ReadAllText(Repository.Docs($"diagnostics/{diagnostic.Code}.md"))).ToList();

        foreach (var at in new[] { 1, 2, 3 })
        {
            Assert.Equal(pages.Count, pages.Select(page => page.Split("\n## ")[at]).Distinct().Count());
        }
    }

    [Fact]
    public void Every_page_is_of_a_code() =>
        Assert.Equal(
            Diagnostics.All.Select(diagnostic => diagnostic.Code + ".md").Append("README.md"),
            Directory.GetFiles(Repository.Docs("diagnostics")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Codes_that_pages_and_guides_mention_exist()
    {
        var mentioned = Directory
            .GetFiles(Repository.Docs(), "*.md", SearchOption.AllDirectories)
            .SelectMany(path => CodeLike().Matches(File.ReadAllText(path)).Select(match => (Path: Path.GetFileName(path), match.Value)));

        Assert.All(mentioned, mention =>
            Assert.True(Diagnostics.Find(mention.Value) is not null, $"{mention.Path} mentions {mention.Value}, which is in no table")
        );
    }

    [Fact]
    public void The_index_is_that_of_the_table()
    {
        var path = Repository.Docs("diagnostics/README.md");
        if (Environment.GetEnvironmentVariable("MLGATE_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, Index());
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == Index(),
            "docs/diagnostics/README.md is behind; run the tests with MLGATE_UPDATE_DOCS=1"
        );
    }

    private static string Index()
    {
        var text = new StringBuilder(
            """
            # Codes

            Every finding has a code, a place and a fix. A code never changes its meaning. This index is generated from the table of codes: run the
            tests with `MLGATE_UPDATE_DOCS=1` after changing it.

            On a terminal, `mlgate explain MLG4102` prints the page of a code, and `mlgate explain` lists all codes. Neither needs a network.

            The exit code applies when a finding with the code stops the run. When several apply, the order is 70, 5, 4, 3, 8, 7, 1, 2, 0.

            | exit | meaning |
            |--:|---|
            | 0 | passed, warnings allowed |
            | 1 | the gate failed |
            | 2 | no decision possible: nothing measured, not comparable or inconclusive |
            | 3 | usage, or an error in the gate file |
            | 4 | bytes differ from the lock or git |
            | 5 | refused as unsafe |
            | 7 | environment, input and output, concurrency |
            | 8 | time or memory limit reached |
            | 70 | a bug in MlGate |
            | 130 | cancelled |

            """
        );
        foreach (
            var (digits, area) in Areas.Where(area =>
                Diagnostics.All.Any(diagnostic => diagnostic.Code[3..].StartsWith(area.Digits, StringComparison.Ordinal))
            )
        )
        {
            text.Append("\n## ").Append(area).Append("\n\n| code | meaning | exit |\n|---|---|--:|\n");
            foreach (
                var diagnostic in Diagnostics.All.Where(diagnostic => diagnostic.Code[3..].StartsWith(digits, StringComparison.Ordinal))
            )
            {
                text.Append(
                    FormattableString.Invariant($"| [{diagnostic.Code}]({diagnostic.Code}.md) | {diagnostic.Title} | {diagnostic.Exit} |\n")
                );
            }
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"[A-Za-z`']+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\bMLG[0-9]{4}\b")]
    private static partial Regex CodeLike();
}
