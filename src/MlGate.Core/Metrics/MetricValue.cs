namespace MlGate.Metrics;

/// <summary>A metric's value, or the reason why there is none. Undefined is never 0.</summary>
/// <param name="Value">The value; NaN when undefined.</param>
/// <param name="Undefined">Why there is no value, a few words; null when there is one.</param>
public readonly record struct MetricValue(double Value, string? Undefined)
{
    /// <summary>True if there is a value.</summary>
    public bool IsDefined => Undefined is null;

    /// <summary>A value.</summary>
    public static MetricValue From(double value) => new(value, null);

    /// <summary>No value.</summary>
    public static MetricValue Because(string reason) => new(double.NaN, reason);

    /// <summary>A ratio, undefined for the given reason when its denominator is 0.</summary>
    public static MetricValue Ratio(double numerator, double denominator, string reason) =>
        denominator == 0 ? Because(reason) : From(numerator / denominator);
}
