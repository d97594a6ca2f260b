using System.Text.Json;
using System.Text.Json.Serialization;
using MlGate.Findings;
using MlGate.Plots;

namespace MlGate.Reporting.Json;

/// <summary>An enum's names in kebab case, and exactly those: no numbers, no other spelling.</summary>
internal abstract class NameConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Names = Enum.GetValues<T>()
        .ToDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    private static readonly Dictionary<string, T> Values = Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static string NameOf(T value) => Names[value];

    public static bool TryParse(string? name, out T value) => Values.TryGetValue(name ?? "", out value);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString(), out var value) ? value : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(NameOf(value));
}

/// <summary>The key of a kind of limit; a key of another version is refused.</summary>
internal sealed class LimitKindConverter : JsonConverter<LimitKind>
{
    public override LimitKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        (reader.TokenType == JsonTokenType.String ? LimitKinds.Find(reader.GetString()) : null) ?? throw new JsonException();

    public override void Write(Utf8JsonWriter writer, LimitKind value, JsonSerializerOptions options) => writer.WriteStringValue(value.Key);
}

internal sealed class OutcomeConverter : NameConverter<Outcome>;

internal sealed class JudgedVersionsConverter : NameConverter<JudgedVersions>;

internal sealed class SeverityConverter : NameConverter<Severity>;

internal sealed class LeaningConverter : NameConverter<Leaning>;

internal sealed class BinKindConverter : NameConverter<BinKind>;
