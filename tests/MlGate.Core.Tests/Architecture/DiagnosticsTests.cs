using System.Reflection;
using System.Text.RegularExpressions;
using MlGate.Findings;

namespace MlGate.Core.Tests.Architecture;

/// <summary>Table, pages and use of the codes stay together.</summary>
public sealed partial class DiagnosticsTests
{
    private static readonly string Pages = Path.Combine(Repository.Root, "docs", "diagnostics");

    [Fact]
    public void Codes_have_their_form_and_an_exit_code_with_a_rank()
    {
        Assert.All(Diagnostics.All, diagnostic =>
        {
            Assert.Matches(Code(), diagnostic.Code);
            Assert.Contains(diagnostic.Exit, ExitCode.Precedence);
            Assert.DoesNotContain('\n', diagnostic.Title);
            Assert.False(diagnostic.Title.EndsWith('.'));
        });
    }

    [Fact]
    public void No_code_stands_for_two_things()
    {
        Assert.Equal(Fields().Count, Diagnostics.All.Count);
        Assert.Equal(
            Diagnostics.All.Count,
            Diagnostics.All.Select(diagnostic => diagnostic.Title).Distinct(StringComparer.Ordinal).Count()
        );
    }

    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code()
    {
        var pages = Directory
            .EnumerateFiles(Pages, "MLG*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Diagnostics.All.Select(diagnostic => diagnostic.Code), pages);
    }

    [Fact]
    public void Every_page_has_the_four_parts()
    {
        string[] parts = ["Meaning", "Cause", "Fix", "Silence"];

        Assert.All(Directory.EnumerateFiles(Pages, "MLG*.md"), path =>
        {
            var text = File.ReadAllText(path);
            Assert.All(parts, part => Assert.Matches($"(?m)^#+ {part}\\s*$", text));
        });
    }

    [Fact]
    public void Every_code_is_used()
    {
        var source = string.Concat(
            Repository
                .SourceFiles.Where(path => !Path.GetFileName(path).StartsWith("Diagnostics.", StringComparison.Ordinal))
                .Select(File.ReadAllText)
        );
        var used = Use().Matches(source).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        // The tasks of MSBuild do not know Core: they hold the few codes that they raise as texts.
        var unused = Fields()
            .Where(field =>
                !used.Contains(field.Name) && !source.Contains($"\"{((Diagnostic)field.GetValue(null)!).Code}\"", StringComparison.Ordinal)
            );

        Assert.Equal([], unused.Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    private static List<FieldInfo> Fields() =>
        [.. typeof(Diagnostics).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType == typeof(Diagnostic))];

    [GeneratedRegex("^MLG[0-9]{4}$")]
    private static partial Regex Code();

    // A reference in a comment (<see cref="Diagnostics.X"/>) is no use.
    [GeneratedRegex(@"(?<!cref="")\bDiagnostics\.(\w+)")]
    private static partial Regex Use();
}
