namespace MlGate.Metrics.Fairness;

/// <summary>How unlike groups of rows are treated: the largest difference, or the smallest ratio, of a rate between two of them.</summary>
public sealed class FairnessMeasure
{
    /// <param name="key">Its key.</param>
    /// <param name="definition">What it is.</param>
    /// <param name="isRatio">True for a ratio.</param>
    /// <param name="rates">The rates that are compared; of several the worst counts.</param>
    internal FairnessMeasure(string key, string definition, bool isRatio, params IReadOnlyList<Metric> rates)
    {
        (Key, Definition, IsRatio, Rates) = (key, definition, isRatio, rates);
    }

    /// <summary>Its key in the gate file: <c>demographic-parity-ratio</c>.</summary>
    public string Key { get; }

    /// <summary>What it is, for docs and schemas.</summary>
    public string Definition { get; }

    /// <summary>
    /// True for the smallest ratio of two groups' rates, in [0, 1], where 1 is equal; false for the largest difference, where 0 is equal.
    /// </summary>
    public bool IsRatio { get; }

    /// <summary>The rates that are compared; of several the worst counts.</summary>
    internal IReadOnlyList<Metric> Rates { get; }
}
