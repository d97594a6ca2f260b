using System.Text.Json.Nodes;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary><c>true</c> or <c>false</c>; nothing else is a boolean in YAML 1.2.</summary>
internal sealed class BooleanSchema : ScalarSchema<bool>
{
    public override string Describe => "true or false";

    public override JsonObject ToJsonSchema() => new() { ["type"] = "boolean" };

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out bool value)
    {
        value = scalar.Text is "true" or "True" or "TRUE";
        return scalar.IsBoolean
            ? null
            : Wrong(
                scalar,
                scalar.Text.ToLowerInvariant() switch
                {
                    "yes" or "on" or "y" or "true" => "Write true",
                    "no" or "off" or "n" or "false" => "Write false",
                    _ => null,
                }
            );
    }
}
