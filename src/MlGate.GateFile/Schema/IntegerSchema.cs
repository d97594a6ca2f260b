using System.Globalization;
using System.Text.Json.Nodes;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A whole number.</summary>
internal sealed class IntegerSchema(NumberRange range) : ScalarSchema<long>
{
    public override string Describe => "an integer" + range.Describe;

    public override JsonObject ToJsonSchema() => range.Schema("integer");

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out long value)
    {
        if (!scalar.IsNumber || !long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            value = 0;
            return Wrong(scalar, NumberParser.FixFor(scalar));
        }

        return range.Contains(value) ? null : Outside(scalar);
    }
}
