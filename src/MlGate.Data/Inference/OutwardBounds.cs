namespace MlGate.Data.Inference;

/// <summary>Bounds that a person would write: multiples of 1, 2 or 5 times a power of ten, near a tenth of the range.</summary>
internal static class OutwardBounds
{
    public static (double Min, double Max) For(double min, double max, bool whole)
    {
        var range = max - min;
        if (!double.IsFinite(range) || range == 0)
        {
            return (min, max);
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(range / 10)));
        var step = (range / 10 / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
        step = whole ? Math.Max(1, step) : step;
        return (Outward(Math.Floor(min / step) * step, min, below: true), Outward(Math.Ceiling(max / step) * step, max, below: false));
    }

    // A product of decimals may end in …0001, and a bound that cuts a value off would be none.
    private static double Outward(double bound, double value, bool below)
    {
        if (!double.IsFinite(bound))
        {
            return value;
        }

        var tidy = double.Parse(
            bound.ToString("G12", System.Globalization.CultureInfo.InvariantCulture),
            System.Globalization.CultureInfo.InvariantCulture
        );
        return below ? Math.Min(tidy, value) : Math.Max(tidy, value);
    }
}
