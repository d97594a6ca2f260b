namespace MlGate.GateFile.Schema;

/// <summary>Lists of texts that mean "no value".</summary>
internal static class MarkKeys
{
    private const int LongestMark = 64;

    /// <param name="fewest">Fewest marks in the list.</param>
    public static ListSchema<string> Kind(int fewest) =>
        new("texts", new TextSchema("a text") { OfData = true, MaxLength = LongestMark }) { Distinct = true, Fewest = fewest };

    /// <summary>Does the second list take more texts for missing? Their values are then no longer checked.</summary>
    public static bool IsWeaker(IReadOnlyList<ListEntry<string>> policy, IReadOnlyList<ListEntry<string>> local) =>
        local.Select(mark => mark.Value).Except(policy.Select(mark => mark.Value), StringComparer.Ordinal).Any();
}
