using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>A date, or a date and time; without an offset it is UTC.</summary>
internal sealed partial class TimestampSchema : ScalarSchema<DateTimeOffset>
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public override string Describe => "an ISO 8601 date or time, such as 2026-11-30 or 2026-11-30T12:00:00Z";

    public override JsonObject ToJsonSchema() =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,7})?)?(Z|[-+][0-9]{2}:[0-9]{2})?)?$",
        };

    /// <summary>The one text of a moment: a date where it is midnight in UTC.</summary>
    public static string Write(DateTimeOffset moment)
    {
        var utc = moment.ToUniversalTime();
        return utc.ToString(
            utc.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
            CultureInfo.InvariantCulture
        );
    }

    /// <summary>Reads a moment as data writes it: a blank may stand for the <c>T</c>.</summary>
    public static bool TryParse(string text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParseExact(
            text.Length > 10 && text[10] == ' ' ? text.Remove(10, 1).Insert(10, "T") : text,
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out moment
        );

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out DateTimeOffset value)
    {
        if (DateTimeOffset.TryParseExact(scalar.Text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value))
        {
            return null;
        }

        return Shape().IsMatch(scalar.Text) ? Outside(scalar) : Wrong(scalar);
    }

    [GeneratedRegex("^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
