namespace MlGate.Statistics;

/// <summary>Two one-sided bounds: each errs with probability alpha, both together make a two-sided interval of level 1 − 2 alpha.</summary>
/// <param name="Lower">Lower bound.</param>
/// <param name="Upper">Upper bound.</param>
public readonly record struct Bounds(double Lower, double Upper)
{
    /// <summary>Upper − lower.</summary>
    public double Width => Upper - Lower;

    internal Bounds Clamp(double minimum, double maximum) => new(Math.Clamp(Lower, minimum, maximum), Math.Clamp(Upper, minimum, maximum));
}
