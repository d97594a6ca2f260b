namespace MlGate.Gates;

/// <summary>How exactly a column holds its numbers.</summary>
/// <param name="Scale">Digits after the decimal point of a column that holds each number exactly; null for floating point.</param>
/// <param name="Rounding">Largest relative error that a stored number and a few operations on it have; 0 for exact numbers.</param>
public readonly record struct NumberForm(int? Scale, double Rounding)
{
    /// <summary>Integers.</summary>
    public static NumberForm Integer { get; } = new(0, 0);

    /// <summary>Double precision: 2⁻⁵³ per operation, and a few of them.</summary>
    public static NumberForm Double { get; } = new(null, 1e-15);

    /// <summary>Single precision: 2⁻²⁴ per operation, and a few of them.</summary>
    public static NumberForm Single { get; } = new(null, 5e-7);

    /// <summary>Decimals.</summary>
    /// <param name="scale">Digits after the decimal point.</param>
    public static NumberForm Decimal(int scale) => new(scale, 0);
}
