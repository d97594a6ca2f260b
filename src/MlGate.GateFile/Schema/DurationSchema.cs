using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlGate.Findings;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A span of time.</summary>
internal sealed partial class DurationSchema(TimeSpan max) : ScalarSchema<TimeSpan>
{
    public override string Describe =>
        string.Create(CultureInfo.InvariantCulture, $"a duration of up to {max.TotalDays:0}d, such as 300ms, 30s, 10m or 6h");

    public override JsonObject ToJsonSchema() => new() { ["type"] = "string", ["pattern"] = "^[0-9]+(\\.[0-9]+)? *(ms|s|m|h|d)$" };

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out TimeSpan value)
    {
        value = default;
        var match = Pattern().Match(scalar.Text);
        if (!match.Success || !NumberParser.TryRead(match.Groups[1].Value, 0, out var number))
        {
            return Wrong(scalar, scalar.IsNumber ? $"Write the unit: {PrintableText.From(scalar.Text)}s" : null);
        }

        var milliseconds =
            number
            * match.Groups[2].Value switch
            {
                "ms" => 1,
                "s" => 1e3,
                "m" => 60e3,
                "h" => 3600e3,
                _ => 86400e3,
            };
        if (milliseconds < 1 || milliseconds > max.TotalMilliseconds)
        {
            return Outside(scalar);
        }

        value = TimeSpan.FromMilliseconds(milliseconds);
        return null;
    }

    [GeneratedRegex(@"^([0-9]+(?:\.[0-9]+)?) *(ms|s|m|h|d)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
