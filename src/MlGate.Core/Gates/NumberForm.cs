namespace MlGate.Gates;

/// <summary>How exactly a column holds its numbers.</summary>
/// <param name="Scale">Digits after the decimal point of a column that holds each number exactly; null for floating point.</param>
/// <param name="Rounding">Relative error that a number may have from how it was computed and stored; 0 for exact numbers.</param>
/// <param name="Spacing">Largest relative distance of two neighbouring numbers; 0 for exact numbers.</param>
public readonly record struct NumberForm(int? Scale, double Rounding, double Spacing)
{
    /// <summary>Integers.</summary>
    public static NumberForm Integer { get; } = new(0, 0, 0);

    /// <summary>Double precision: 2⁻⁵³ per operation, and about a thousand of them, as in a sum.</summary>
    public static NumberForm Double { get; } = new(null, 1e-13, 2.220446049250313e-16);

    /// <summary>Single precision: 2⁻²⁴ per operation, and eight of them.</summary>
    public static NumberForm Single { get; } = new(null, 5e-7, 1.1920928955078125e-7);

    /// <summary>Decimals.</summary>
    /// <param name="scale">Digits after the decimal point.</param>
    public static NumberForm Decimal(int scale) => new(scale, 0, 0);
}
