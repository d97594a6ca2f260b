using System.Globalization;
using System.Text.Json.Nodes;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A finite decimal number.</summary>
internal sealed class NumberSchema(NumberRange range) : ScalarSchema<double>
{
    public override string Describe => "a number" + range.Describe;

    public override JsonObject ToJsonSchema() => range.Schema("number");

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out double value)
    {
        if (!NumberParser.TryRead(scalar, out value))
        {
            return Wrong(scalar, FixForPercent(scalar.Text) ?? NumberParser.FixFor(scalar));
        }

        return range.Contains(value)
            ? null
            : Outside(scalar, value is >= 1 and <= 100 && range.Max < 1 ? FixForPercent(scalar.Text + "%") : null);
    }

    private string? FixForPercent(string text) =>
        text.EndsWith('%') && NumberParser.TryRead(text[..^1], -2, out var share) && range.Contains(share)
            ? string.Create(CultureInfo.InvariantCulture, $"Write {share} for {text[..^1]} %")
            : null;
}
