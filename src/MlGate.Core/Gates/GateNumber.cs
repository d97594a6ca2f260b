using System.Globalization;

namespace MlGate.Gates;

/// <summary>A number of the gate file: the nearest double, and the exact value where it is a whole number of at most 64 bits.</summary>
/// <param name="Value">The nearest double.</param>
/// <param name="Whole">The exact value; null for fractions and beyond 64 bits.</param>
public readonly record struct GateNumber(double Value, long? Whole) : IComparable<GateNumber>
{
    private const double Beyond64Bits = 9_223_372_036_854_775_808;

    /// <summary>The number that a double is.</summary>
    public static GateNumber From(double value) =>
        new(value, value is >= -Beyond64Bits and < Beyond64Bits && Math.Floor(value).Equals(value) ? (long)value : null);

    /// <summary>Reads a decimal number; NaN, infinity and numbers beyond the range of a double are none.</summary>
    public static bool TryParse(string text, out GateNumber number)
    {
        number = default;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return false;
        }

        number =
            decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && decimal.Truncate(exact) == exact
            && exact is >= long.MinValue and <= long.MaxValue
                ? new GateNumber(value, (long)exact)
                : new GateNumber(value, From(value).Whole is { } whole && Math.Abs(value) <= 1L << 53 ? whole : null);
        return true;
    }

    /// <summary>Compares exactly where both are whole numbers.</summary>
    public static bool operator <(GateNumber one, GateNumber other) => one.CompareTo(other) < 0;

    /// <summary>Compares exactly where both are whole numbers.</summary>
    public static bool operator >(GateNumber one, GateNumber other) => one.CompareTo(other) > 0;

    /// <summary>Compares exactly where both are whole numbers.</summary>
    public static bool operator <=(GateNumber one, GateNumber other) => one.CompareTo(other) <= 0;

    /// <summary>Compares exactly where both are whole numbers.</summary>
    public static bool operator >=(GateNumber one, GateNumber other) => one.CompareTo(other) >= 0;

    /// <summary>The number with all its digits, in the invariant culture.</summary>
    public override string ToString() => Whole?.ToString(CultureInfo.InvariantCulture) ?? Value.ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public int CompareTo(GateNumber other) =>
        Whole is { } mine && other.Whole is { } others ? mine.CompareTo(others) : Value.CompareTo(other.Value);
}
