using System.Text.RegularExpressions;

namespace MlGate.Core.Tests.Architecture;

/// <summary>A line of C# outside of raw string literals; the lines inside of them are texts.</summary>
/// <param name="File">The path from the repository's root.</param>
/// <param name="Number">From 1.</param>
/// <param name="Text">The line.</param>
internal sealed partial record CodeLine(string File, int Number, string Text)
{
    /// <summary>File and line, as editors open them.</summary>
    public string Place => $"{File}:{Number}";

    /// <summary>The lines of a file that are code, those on which a raw string literal begins and ends included.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="lines">Its lines.</param>
    public static IEnumerable<CodeLine> Of(string file, IEnumerable<string> lines)
    {
        var open = 0;
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var isText = open > 0;
            foreach (var quotes in Quotes().EnumerateMatches(line))
            {
                if (open == 0)
                {
                    open = quotes.Length;
                }
                else if (quotes.Length >= open)
                {
                    (open, isText) = (0, false);
                }
            }

            if (!isText)
            {
                yield return new CodeLine(file, number, line);
            }
        }

        if (open > 0)
        {
            throw new InvalidDataException($"{file}: a raw string literal does not end.");
        }
    }

    [GeneratedRegex("\"{3,}")]
    private static partial Regex Quotes();
}
