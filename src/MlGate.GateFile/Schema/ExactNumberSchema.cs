using System.Text.Json.Nodes;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>A finite decimal number; a whole number of at most 64 bits keeps all its digits.</summary>
internal sealed class ExactNumberSchema : ScalarSchema<GateNumber>
{
    public override string Describe => "a number";

    public override JsonObject ToJsonSchema() => NumberRange.Any.Schema("number");

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out GateNumber value)
    {
        value = default;
        if (!NumberParser.TryRead(scalar, out _))
        {
            return Wrong(scalar, NumberParser.FixFor(scalar));
        }

        return GateNumber.TryParse(scalar.Text, out value) ? null : Outside(scalar);
    }
}
