namespace MlGate.Metrics.Flips;

/// <summary>A share of rows whose prediction differs between baseline and candidate.</summary>
public sealed class FlipMeasure
{
    /// <param name="metric">The share, over pairs of label and prediction.</param>
    /// <param name="rows">What a row is labelled and predicted as.</param>
    /// <param name="lists">True for the rows that a reader wants to see, by label and prediction.</param>
    internal FlipMeasure(CountedShare metric, FlipRows rows, Func<int, int, bool> lists)
    {
        (Metric, Rows, Lists) = (metric, rows, lists);
    }

    /// <summary>Its key in the gate file: <c>newly-wrong</c>.</summary>
    public string Key => Metric.Key;

    /// <summary>What it is, for docs and schemas.</summary>
    public string Definition => Metric.Definition;

    /// <summary>True if a small share is good: its limit is a <c>max</c>.</summary>
    public bool IsLoss => Metric.IsLoss;

    /// <summary>The share, over pairs of label and prediction.</summary>
    internal CountedShare Metric { get; }

    /// <summary>What a row is labelled and predicted as.</summary>
    internal FlipRows Rows { get; }

    /// <summary>True for the rows that a reader wants to see, by label and prediction.</summary>
    internal Func<int, int, bool> Lists { get; }
}
