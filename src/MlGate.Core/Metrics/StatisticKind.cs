namespace MlGate.Metrics;

/// <summary>What a metric needs to know of the rows: its sufficient statistic.</summary>
public enum StatisticKind
{
    /// <summary>Counts of (label, prediction): no row is needed after counting.</summary>
    Confusion,

    /// <summary>Sums of per-row values.</summary>
    Sums,

    /// <summary>The order of the rows by a score.</summary>
    Ranks,
}
