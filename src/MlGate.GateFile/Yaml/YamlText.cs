using System.Text;
using MlGate.Findings;

namespace MlGate.GateFile.Yaml;

/// <summary>What must hold for a text before a parser sees it: its size, and characters that YAML allows.</summary>
internal static class YamlText
{
    public const int MaxBytes = 256 * 1024;

    /// <summary>The text without its byte order mark; null when the problems say why it is not taken.</summary>
    public static string? Accept(string text, string file, Problems problems)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > MaxBytes)
        {
            problems.Add(
                Diagnostics.GateFileTooLarge,
                file,
                new FilePlace(file, 0, 0),
                FormattableString.Invariant($"{bytes} bytes"),
                "at most 256 KiB",
                "Split the gate into several files"
            );
            return null;
        }

        text = text.StartsWith('\uFEFF') ? text[1..] : text;
        if (YamlFault.From(text) is { } fault)
        {
            problems.Add(
                Diagnostics.GateFileNotReadable,
                file,
                new FilePlace(file, fault.Line, fault.Column),
                fault.Found,
                "YAML 1.2 in UTF-8",
                fault.Fix
            );
            return null;
        }

        if (PlaceOfUnprintable(text, file) is { } unprintable)
        {
            problems.Add(
                Diagnostics.GateFileNotReadable,
                file,
                unprintable,
                "an invalid character",
                "YAML 1.2 in UTF-8",
                "Remove it, or escape it in double quotes"
            );
            return null;
        }

        return text;
    }

    // What YAML calls printable. The library takes NUL for the end of the file: what stands behind it would be ignored in silence.
    private static FilePlace? PlaceOfUnprintable(string text, string file)
    {
        for (var (at, line, start) = (0, 1, 0); at < text.Length; at++)
        {
            var letter = text[at];
            var pair = char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            if (
                !pair
                && (
                    letter is '\uFEFF' or '\uFFFE' or '\uFFFF'
                    || char.IsSurrogate(letter)
                    || (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r' or '\u0085'))
                )
            )
            {
                return new FilePlace(file, line, at - start + 1);
            }

            at += pair ? 1 : 0;
            if (letter == '\n')
            {
                (line, start) = (line + 1, at + 1);
            }
        }

        return null;
    }
}
