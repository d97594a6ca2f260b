using System.Globalization;

namespace MlGate.Reporting.Wording;

/// <summary>
/// Writes numbers the same way everywhere: invariant, with commas between thousands and the true minus sign, never a negative zero.
/// </summary>
internal static class Numbers
{
    private const char Minus = '\u2212';

    /// <summary><c>48,211</c>.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture).Replace('-', Minus);

    /// <summary><c>0.812</c>, <c>1,234.5</c>.</summary>
    public static string Fixed(double value, int decimals)
    {
        // A format of many digits says nothing for huge or tiny values.
        if (Math.Abs(value) is >= 1e12 or (> 0 and < 1e-9))
        {
            return value.ToString("0.###E+0", CultureInfo.InvariantCulture).Replace('-', Minus);
        }

        var text = value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return text.StartsWith('-') && text.All(letter => letter is '-' or '0' or '.' or ',') ? text[1..] : text.Replace('-', Minus);
    }

    /// <summary><c>+0.013</c>, <c>−0.041</c>, <c>0.000</c>.</summary>
    public static string Signed(double value, int decimals)
    {
        var text = Fixed(value, decimals);
        return value > 0 && text.Any(letter => letter is >= '1' and <= '9') ? "+" + text : text;
    }

    /// <summary><c>18.4 MiB</c>.</summary>
    public static string Size(long bytes) =>
        bytes switch
        {
            < 1L << 10 => Count(bytes) + " B",
            < 1L << 20 => Fixed(bytes / (double)(1L << 10), 1) + " KiB",
            < 1L << 30 => Fixed(bytes / (double)(1L << 20), 1) + " MiB",
            _ => Fixed(bytes / (double)(1L << 30), 1) + " GiB",
        };

    /// <summary>A level or share as <c>90 %</c>.</summary>
    public static string Percent(double share) => Fixed(share * 100, DecimalsOf(share * 100)) + " %";

    /// <summary>The decimals that a declared number needs, at most 6.</summary>
    public static int DecimalsOf(double value)
    {
        for (var decimals = 0; decimals < 6; decimals++)
        {
            if (Math.Abs(Math.Round(value, decimals) - value) < 1e-9)
            {
                return decimals;
            }
        }

        return 6;
    }
}
