using System.Globalization;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>How numbers are written.</summary>
internal static class NumberParser
{
    /// <summary>A plain decimal number; not NaN, not infinite, not hexadecimal.</summary>
    public static bool TryRead(ScalarNode scalar, out double value)
    {
        value = 0;
        return scalar.IsNumber && TryRead(scalar.Text, 0, out value);
    }

    /// <summary>Reads a number times a power of ten, rounded once: 2.3 percent is the double next to 0.023.</summary>
    public static bool TryRead(string text, int exponent, out double value)
    {
        value = 0;
        if (
            !double.TryParse(
                text,
                NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture,
                out var plain
            ) || !double.IsFinite(plain)
        )
        {
            return false;
        }

        value =
            exponent == 0 || text.Contains('e', StringComparison.OrdinalIgnoreCase)
                ? plain * Math.Pow(10, exponent)
                : double.Parse(
                    string.Create(CultureInfo.InvariantCulture, $"{text}e{exponent}"),
                    NumberStyles.Float,
                    CultureInfo.InvariantCulture
                );
        return double.IsFinite(value);
    }

    public static string? FixFor(ScalarNode scalar)
    {
        if (!scalar.Plain && new ScalarNode(scalar.Text, true, scalar.Place).IsNumber)
        {
            return "Remove the quotes";
        }

        return scalar.Text.Contains(',', StringComparison.Ordinal) || scalar.Text.Contains('_', StringComparison.Ordinal)
            ? "Write decimals with '.' and no separators between thousands"
            : null;
    }
}
