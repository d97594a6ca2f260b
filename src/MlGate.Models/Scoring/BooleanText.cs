namespace MlGate.Models.Scoring;

/// <summary>Reads truth values as ML.NET's text loader does, so that a model sees in the gate what it saw in training.</summary>
internal static class BooleanText
{
    /// <summary>False if the text is no truth value; missing and empty texts are false values.</summary>
    public static bool TryParse(string? text, out bool value)
    {
        var known = text?.Trim() switch
        {
            null or "" => false,
            "1" or "+" or "+1" => true,
            "0" or "-" or "-1" => false,
            { } word when Is(word, "true") || Is(word, "yes") || Is(word, "t") || Is(word, "y") => true,
            { } word when Is(word, "false") || Is(word, "no") || Is(word, "f") || Is(word, "n") => false,
            _ => (bool?)null,
        };
        value = known ?? false;
        return known is not null;
    }

    private static bool Is(string word, string name) => string.Equals(word, name, StringComparison.OrdinalIgnoreCase);
}
