using System.Globalization;
using System.Text.Json.Nodes;

using MlGate.Findings;
using MlGate.Gates.Yaml;

namespace MlGate.Gates.Grammar;

/// <summary>A finite decimal number.</summary>
internal sealed class NumberKind(Range range) : ScalarKind<double>
{
    public override string Describe => "a number" + range.Describe;

    public override JsonObject Schema() => range.Schema("number");

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out double value)
    {
        if (!Numbers.TryRead(scalar, out value))
        {
            return Wrong(scalar, Numbers.FixFor(scalar));
        }

        return range.Contains(value) ? null : Outside(scalar, scalar.Text.EndsWith('%') ? "Write it as a plain number" : null);
    }
}

/// <summary>A whole number.</summary>
internal sealed class IntegerKind(Range range) : ScalarKind<long>
{
    public override string Describe => "a whole number" + range.Describe;

    public override JsonObject Schema() => range.Schema("integer");

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out long value)
    {
        if (!scalar.IsNumber || !long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            value = 0;
            return Wrong(scalar, Numbers.FixFor(scalar));
        }

        return range.Contains(value) ? null : Outside(scalar);
    }
}

/// <summary>The version of the format. Another one has a code of its own, so that a person knows to update the tool and not the file.</summary>
internal sealed class VersionKind : ScalarKind<long>
{
    public override string Describe => "1";

    public override JsonObject Schema() => new() { ["const"] = 1 };

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out long value)
    {
        value = 1;
        if (scalar is { Plain: true, Text: "1" })
        {
            return null;
        }

        return scalar.IsNumber && long.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new Complaint(Diagnostics.UnsupportedVersion, "version " + version.ToString(CultureInfo.InvariantCulture), version > 1 ? "Update MlGate: 'dotnet tool update MlGate.Tool'" : "Write 'version: 1'", "version 1")
            : Wrong(scalar, "Write 'version: 1'");
    }
}

/// <summary>How numbers are written.</summary>
internal static class Numbers
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
        if (!double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var plain)
            || !double.IsFinite(plain))
        {
            return false;
        }

        value = exponent == 0 || text.Contains('e', StringComparison.OrdinalIgnoreCase)
            ? plain * Math.Pow(10, exponent)
            : double.Parse(string.Create(CultureInfo.InvariantCulture, $"{text}e{exponent}"), NumberStyles.Float, CultureInfo.InvariantCulture);
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
