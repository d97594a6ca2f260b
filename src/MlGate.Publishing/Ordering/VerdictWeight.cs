namespace MlGate.Publishing.Ordering;

/// <summary>How bad a verdict is beside another, by its word and in the order of the exit codes: a comment keeps the word only.</summary>
internal static class VerdictWeight
{
    /// <summary>Of a word that only another version knows.</summary>
    public const int Most = 7;

    public static int For(string verdict) =>
        verdict switch
        {
            "passed" or "passed-with-warnings" or "passed-with-waivers" or "first-measurement" => 0,
            "undecided" or "not-comparable" or "baseline-required" or "nothing-measured" => 1,
            "failed" or "lock-out-of-date" => 2,
            "could-not-measure" => 3,
            "gate-file-not-usable" => 4,
            "wrong-bytes" => 5,
            "refused" => 6,
            _ => Most,
        };
}
