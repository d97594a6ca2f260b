using System.Globalization;

namespace MlGate.Models.Scoring;

/// <summary>Reads numbers as ML.NET's text loader does, so that a model sees in the gate what it saw in training.</summary>
internal static class LoaderNumber
{
    private static readonly string[] MissingMarks = ["?", "na", "nan", "n/a"];

    /// <summary>Is the text a mark that the loader takes for a missing value (<c>NA</c>, <c>N/A</c>, <c>NaN</c>, <c>?</c>)?</summary>
    public static bool IsMissingMark(string text) =>
        MissingMarks.Contains(text, StringComparer.OrdinalIgnoreCase) || text.AsSpan().Trim() is "?" or "NaN";

    /// <summary>The number of a text: blanks around it, a leading plus, an exponent and <c>Infinity</c> are allowed.</summary>
    public static bool TryParse(string text, out double value)
    {
        var trimmed = TrimBlanks(text);
        var unsigned = trimmed.TrimStart('-');
        if (trimmed.Length - unsigned.Length <= 1 && unsigned is "Infinity" or "\u221e")
        {
            value = trimmed[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }

        value = double.NaN;
        return IsNumber(trimmed) && double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    // The loader takes every blank but a tab.
    private static ReadOnlySpan<char> TrimBlanks(ReadOnlySpan<char> text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[start..end];

        static bool IsBlank(char letter) => letter != '\t' && char.IsWhiteSpace(letter);
    }

    // Digits with at most one point, perhaps a sign before and an exponent behind them; no separators of thousands.
    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        var at = text is ['+' or '-', ..] ? 1 : 0;
        var before = Digits(text, at);
        at += before;
        var after = 0;
        if (at < text.Length && text[at] == '.')
        {
            after = Digits(text, at + 1);
            at += after + 1;
        }

        if (before + after == 0)
        {
            return false;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at += at + 1 < text.Length && text[at + 1] is '+' or '-' ? 2 : 1;
            var exponent = Digits(text, at);
            at += exponent;
            if (exponent == 0)
            {
                return false;
            }
        }

        return at == text.Length;
    }

    private static int Digits(ReadOnlySpan<char> text, int from)
    {
        var rest = text[Math.Min(from, text.Length)..];
        var end = rest.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? rest.Length : end;
    }
}
