using MlGate.Findings;
using MlGate.Reporting.Terminal;

namespace MlGate.App.UseCases;

/// <summary>Prints the page of a code, as it is in the documentation of this version, or the list of all codes. Needs no network.</summary>
internal sealed class ExplainCode(Output output)
{
    // What a line of navigation leads to is not on a terminal.
    private const string Navigation = " · [all codes](README.md)";

    /// <param name="code"><c>MLG4102</c>, also in lower case or without <c>MLG</c>; null for the list.</param>
    /// <returns>The exit code.</returns>
    public int Run(string? code)
    {
        if (code is null)
        {
            output.Result(string.Join('\n', Diagnostics.All.Select(one => $"{one.Code}  {one.Title}")));
            return ExitCode.Passed;
        }

        var asked = code.Trim().ToUpperInvariant();
        asked = asked.StartsWith("MLG", StringComparison.Ordinal) ? asked : "MLG" + asked;
        if (Diagnostics.Find(asked) is not { } known)
        {
            var near = Spelling.Nearest(asked, [.. Diagnostics.All.Select(one => one.Code)]);
            output.Problem(
                Diagnostics.BadOption,
                $"no code {PrintableText.Quote(code)}",
                near is null ? "a code such as MLG4102 (mlgate explain lists all)" : $"a code such as {near} (mlgate explain lists all)"
            );
            return ExitCode.Usage;
        }

        output.Result(PlainMarkdown.From(Page(known.Code)) + "\n\n" + known.HelpLink);
        return ExitCode.Passed;
    }

    private static string Page(string code)
    {
        using var stream = typeof(ExplainCode).Assembly.GetManifestResourceStream(code + ".md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Replace(Navigation, "", StringComparison.Ordinal).Trim();
    }
}
