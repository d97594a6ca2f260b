using System.Globalization;
using System.Text.Json.Nodes;
using MlGate.Findings;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>
/// The version of the format. Another one has a code of its own, so that a person knows to update the tool and not the file.
/// </summary>
internal sealed class VersionSchema : ScalarSchema<long>
{
    public override string Describe => "1";

    public override JsonObject ToJsonSchema() => new() { ["type"] = "integer", ["enum"] = new JsonArray(1) };

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out long value)
    {
        value = 1;
        if (scalar is { Plain: true, Text: "1" })
        {
            return null;
        }

        return scalar.IsNumber && long.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new Complaint(
                Diagnostics.UnsupportedVersion,
                "version " + version.ToString(CultureInfo.InvariantCulture),
                version > 1 ? "Update MlGate: 'dotnet tool update MlGate.Tool'" : "Write 'version: 1'",
                "version 1"
            )
            : Wrong(scalar, "Write 'version: 1'");
    }
}
