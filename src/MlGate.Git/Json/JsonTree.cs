using System.Text.Json;

namespace MlGate.Git.Json;

/// <summary>JSON whose every value knows where it stands. Comments, commas at the end and duplicate keys are errors.</summary>
internal sealed record JsonTree(
    JsonTokenType Kind,
    int At,
    string? Text,
    IReadOnlyDictionary<string, JsonTree> Members,
    IReadOnlyList<JsonTree> Items
)
{
    private static readonly Dictionary<string, JsonTree> NoMembers = [];

    /// <summary>Parses a whole text.</summary>
    /// <exception cref="JsonPlaceException">It is no JSON.</exception>
    public static JsonTree Parse(ReadOnlySpan<byte> content)
    {
        var reader = new Utf8JsonReader(content, new JsonReaderOptions { MaxDepth = 16 });
        try
        {
            _ = reader.Read();
            var tree = Value(ref reader);
            return reader.Read() ? throw new JsonPlaceException("content after the end", (int)reader.TokenStartIndex) : tree;
        }
        catch (JsonException problem)
        {
            var at = Start(content, (int)(problem.LineNumber ?? 0)) + (int)(problem.BytePositionInLine ?? 0);
            throw new JsonPlaceException(
                reader.BytesConsumed >= content.TrimEnd(" \t\r\n"u8).Length || at >= content.Length
                    ? "unexpected end of file"
                    : "invalid JSON",
                at
            );
        }
        catch (InvalidOperationException)
        {
            throw new JsonPlaceException("invalid UTF-8", (int)reader.TokenStartIndex);
        }
    }

    private static JsonTree Value(ref Utf8JsonReader reader)
    {
        var at = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, JsonTree>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var (key, keyAt) = (reader.GetString()!, (int)reader.TokenStartIndex);
                    _ = reader.Read();
                    if (!members.TryAdd(key, Value(ref reader)))
                    {
                        throw new JsonPlaceException("duplicate key", keyAt);
                    }
                }

                return new JsonTree(JsonTokenType.StartObject, at, null, members, []);
            case JsonTokenType.StartArray:
                var items = new List<JsonTree>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref reader));
                }

                return new JsonTree(JsonTokenType.StartArray, at, null, NoMembers, items);
            case JsonTokenType.String:
                return new JsonTree(JsonTokenType.String, at, reader.GetString(), NoMembers, []);
            default:
                return new JsonTree(reader.TokenType, at, System.Text.Encoding.UTF8.GetString(reader.ValueSpan), NoMembers, []);
        }
    }

    private static int Start(ReadOnlySpan<byte> content, int line)
    {
        var at = 0;
        for (; line > 0 && content[at..].IndexOf((byte)'\n') is >= 0 and var feed; line--)
        {
            at += feed + 1;
        }

        return at;
    }
}

/// <summary>A place in a JSON text is wrong.</summary>
/// <param name="found">What is wrong there.</param>
/// <param name="at">Offset in bytes.</param>
internal sealed class JsonPlaceException(string found, int at) : Exception(found)
{
    public int At { get; } = at;
}
