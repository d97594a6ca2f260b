using System.Text.Json.Nodes;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>A finite decimal number; a whole number of at most 64 bits keeps all its digits.</summary>
/// <param name="range">Numbers that are allowed; null for all.</param>
internal sealed class ExactNumberSchema(NumberRange? range = null) : ScalarSchema<GateNumber>
{
    private readonly NumberRange range = range ?? NumberRange.Any;

    public override string Describe => "a number" + range.Describe;

    public override JsonObject ToJsonSchema() => range.Schema("number");

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out GateNumber value)
    {
        value = default;
        if (!NumberParser.TryRead(scalar, out _))
        {
            return Wrong(scalar, NumberParser.FixFor(scalar));
        }

        return GateNumber.TryParse(scalar.Text, out value) && range.Contains(value.Value) ? null : Outside(scalar);
    }
}
