using System.Text.RegularExpressions;

namespace MlGate.Core.Tests.Architecture;

/// <summary>What neither the formatter nor the compiler counts: the length of lines and files, and underscores before fields.</summary>
public sealed partial class StyleTests
{
    private const int LongestLine = 140;
    private const int LongestFile = 300;

    [Fact]
    public void No_line_of_code_is_longer_than_140_characters()
    {
        var tooLong = Lines().Where(line => line.Text.Length > LongestLine);

        None(tooLong.Select(line => $"{line.Place}: {line.Text.Length} characters"));
    }

    [Fact]
    public void No_file_of_the_product_is_longer_than_300_lines()
    {
        var files = Repository.SourceFiles.Select(path => (Name: Relative(path), Lines: File.ReadLines(path).Count()));

        None(files.Where(file => file.Lines > LongestFile).Select(file => $"{file.Name}: {file.Lines} lines"));
    }

    // The analyzer takes _name for camelCase.
    [Fact]
    public void No_field_begins_with_an_underscore()
    {
        None(Lines().Where(line => Underscored().IsMatch(line.Text)).Select(line => $"{line.Place}: {line.Text.Trim()}"));
    }

    [Theory]
    [InlineData("var a = 1;", new[] { 1 })]
    [InlineData("var a = \"\"\"one\"\"\";\nvar b = 2;", new[] { 1, 2 })]
    [InlineData("var a = $$\"\"\"\n    text\n    \"\"\";\nvar b = 2;", new[] { 1, 3, 4 })]
    [InlineData("Call(\n    \"\"\"\"\n    \"\"\"\n    \"\"\"\",\n    \"\"\"one\"\"\"\n);", new[] { 1, 2, 4, 5, 6 })]
    [InlineData("var a = \"\"\"\n    text\n    \"\"\" + \"\"\"\n    text\n    \"\"\";\nb();", new[] { 1, 3, 5, 6 })]
    public void Lines_of_raw_string_literals_are_no_code(string text, int[] code)
    {
        Assert.Equal(code, CodeLine.Of("a.cs", text.Split('\n')).Select(line => line.Number));
    }

    // All of them, whole: what is wrong is mended from this list.
    private static void None(IEnumerable<string> offenders) => Assert.Equal("", string.Join('\n', offenders));

    private static IEnumerable<CodeLine> Lines() =>
        Repository.AllCode.SelectMany(path => CodeLine.Of(Relative(path), File.ReadAllLines(path)));

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    [GeneratedRegex(@"^ *(?:private|internal|protected|public) [^(=]*(?<!\w)_\w*(?: =(?!>)|;|$)")]
    private static partial Regex Underscored();
}
