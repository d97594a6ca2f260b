using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.Schema;

/// <summary>A date, or a date and time; without an offset it is UTC.</summary>
internal sealed partial class TimestampSchema : ScalarSchema<DateTimeOffset>
{
    public override string Describe => "an ISO 8601 date or time, such as 2026-11-30 or 2026-11-30T12:00:00Z";

    public override JsonObject ToJsonSchema() =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,7})?)?(Z|[-+][0-9]{2}:[0-9]{2})?)?$",
        };

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out DateTimeOffset value)
    {
        if (MomentText.TryParse(scalar.Text, out value))
        {
            return null;
        }

        return Shape().IsMatch(scalar.Text) ? Outside(scalar) : Wrong(scalar);
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
