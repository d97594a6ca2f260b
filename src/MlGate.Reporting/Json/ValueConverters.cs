using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MlGate.Findings;

namespace MlGate.Reporting.Json;

/// <summary>
/// Round-trip numbers, and one zero, not two. A number that is none is no number in JSON: <see cref="ReportFile"/> leaves it out before.
/// </summary>
internal sealed class FiniteNumberConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value == 0 ? 0 : value);
}

/// <summary>Text with a cap. Halves of a surrogate pair, which no UTF-8 file can hold, become U+FFFD.</summary>
internal sealed class SoundTextConverter : JsonConverter<string>
{
    /// <summary>Longest text of a report, in UTF-16 units.</summary>
    public const int Cap = 4096;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: <= Cap } text ? text : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        var text = new StringBuilder(Math.Min(value.Length, Cap));
        foreach (var rune in value.EnumerateRunes())
        {
            if (text.Length + rune.Utf16SequenceLength >= Cap)
            {
                text.Append('…');
                break;
            }

            text.Append(rune.ToString());
        }

        writer.WriteStringValue(text.ToString());
    }
}

/// <summary>A check's id as its text.</summary>
internal sealed class CheckIdConverter : JsonConverter<CheckId>
{
    public override CheckId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: <= CheckId.Longest } text
            ? CheckId.Parse(text)
            : throw new JsonException();

    // Halves of a surrogate pair become U+FFFD, as in other texts.
    public override void Write(Utf8JsonWriter writer, CheckId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Concat(value.Text.EnumerateRunes()));
}

/// <summary>A time of UTC in whole seconds: <c>2026-11-22T17:52:12Z</c>.</summary>
internal sealed class SecondsConverter : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && DateTimeOffset.TryParseExact(
            reader.GetString(),
            Format,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
}
