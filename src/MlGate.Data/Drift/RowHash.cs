namespace MlGate.Data.Drift;

/// <summary>SQL of a 128-bit hash of a row's values.</summary>
internal static class RowHash
{
    /// <summary>The hash of texts, which are NULL for missing values.</summary>
    // The length before each value: no two lists of values give one text. A missing value has no length.
    public static string OfTexts(IEnumerable<string> texts) =>
        $"md5_number(concat({string.Join(", ", texts.Select(text => $"strlen({text}), ':', {text}"))}))";
}
