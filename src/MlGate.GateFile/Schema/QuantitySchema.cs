using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A number with the unit that it was written in.</summary>
/// <param name="Value">Without unit: 5% and 5pt are 0.05.</param>
/// <param name="Unit">As written.</param>
internal readonly record struct Quantity(double Value, Unit Unit);

/// <summary>Units of a number.</summary>
internal enum Unit
{
    /// <summary>A plain number.</summary>
    None,

    /// <summary>Hundredths: <c>5%</c>.</summary>
    Percent,

    /// <summary>Percentage points, hundredths of a share that change: <c>2pt</c>.</summary>
    Points,
}

/// <summary>A number that may carry a unit.</summary>
internal sealed partial class QuantitySchema(NumberRange range) : ScalarSchema<Quantity>
{
    /// <summary>The unit that may be written besides a plain number.</summary>
    public required Unit Also { get; init; }

    /// <summary>
    /// Is a percentage ambiguous here? Then it is read, for the metric's rules to say what may be meant; the schema refuses it.
    /// </summary>
    public bool PercentIsAmbiguous { get; init; }

    /// <summary>What it is, with article: <c>a share</c>.</summary>
    public string Noun { get; init; } = "a share";

    /// <summary>A share of something: 0.05 or 5%.</summary>
    public static QuantitySchema Share(NumberRange range) => new(range) { Also = Unit.Percent };

    public override string Describe => Noun + range.Describe + (Also == Unit.Percent ? ", such as 0.05 or 5%" : ", such as 0.02 or 2pt");

    public override JsonObject ToJsonSchema()
    {
        var sign = range.Min >= 0 ? "" : "-?";
        var unit = Also == Unit.Percent ? "%" : " *pt";
        return OneOf(range.Schema("number"), new JsonObject { ["type"] = "string", ["pattern"] = $"^{sign}[0-9]+(\\.[0-9]+)?{unit}$" });
    }

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out Quantity value)
    {
        value = default;
        if (NumberParser.TryRead(scalar, out var plain))
        {
            value = new Quantity(plain, Unit.None);
            return range.Contains(plain) ? null : Outside(scalar, FixForPlain(scalar, plain));
        }

        var match = WithUnit().Match(scalar.Text);
        if (!match.Success || !NumberParser.TryRead(match.Groups[1].Value, -2, out var hundredths))
        {
            return Wrong(scalar, NumberParser.FixFor(scalar));
        }

        var number = match.Groups[1].Value;
        var unit = match.Groups[2].Value == "%" ? Unit.Percent : Unit.Points;
        if (unit != Also && !(unit == Unit.Percent && PercentIsAmbiguous))
        {
            return Wrong(scalar, $"Write {number}%");
        }

        value = new Quantity(hundredths, unit);
        return range.Contains(hundredths) ? null : Outside(scalar, FixForPlain(scalar, hundredths));
    }

    private string? FixForPlain(ScalarNode scalar, double plain) =>
        plain switch
        {
            > 1 and <= 100 when range.Max is 1 && !scalar.Text.EndsWith('%') => $"Did you mean {scalar.Text}%?",
            < 0 => "Remove the minus sign",
            _ => null,
        };

    [GeneratedRegex(@"^(-?[0-9]+(?:\.[0-9]+)?) *(%|pt)\z", RegexOptions.CultureInvariant)]
    private static partial Regex WithUnit();
}
