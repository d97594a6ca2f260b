namespace MlGate.Statistics;

/// <summary>The seeds of everything that draws random numbers: fixed, so that a verdict can be repeated.</summary>
internal static class Seeds
{
    /// <summary>Permutations of drift.</summary>
    public const long Drift = 20_260_101;

    /// <summary>Replicates of the bootstrap.</summary>
    public const long Bootstrap = 20_260_102;

    /// <summary>The largest of correlated normal statistics.</summary>
    public const long Largest = 20_260_103;
}
