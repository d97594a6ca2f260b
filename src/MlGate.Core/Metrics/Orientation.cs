namespace MlGate.Metrics;

/// <summary>Which way a metric is better.</summary>
public enum Orientation
{
    /// <summary>More is better: a loss is a drop.</summary>
    HigherIsBetter,

    /// <summary>Less is better: a loss is a rise.</summary>
    LowerIsBetter,
}
