using System.Globalization;
using System.Text.Json;
using MlGate.Versions;

namespace MlGate.Git.Json;

/// <summary>
/// An object of a file of ours, read strictly; every method throws <see cref="JsonPlaceException"/> where something is wrong.
/// </summary>
internal sealed class JsonObject
{
    private readonly JsonTree tree;

    public JsonObject(JsonTree tree)
    {
        this.tree = tree;
        Must(tree, JsonTokenType.StartObject, "expected an object");
    }

    public bool Has(string key) => tree.Members.ContainsKey(key);

    public JsonTree Member(string key) =>
        tree.Members.TryGetValue(key, out var member) ? member : throw new JsonPlaceException($"missing key '{key}'", tree.At);

    public void Allow(params ReadOnlySpan<string> keys)
    {
        foreach (var (key, member) in tree.Members)
        {
            if (!keys.Contains(key))
            {
                throw new JsonPlaceException("unknown key", member.At);
            }
        }
    }

    public string Text(string key)
    {
        var member = Member(key);
        Must(member, JsonTokenType.String, $"'{key}' must be text");
        return member.Text!;
    }

    public string Hex(string key, params ReadOnlySpan<int> lengths)
    {
        var text = Text(key);
        return lengths.Contains(text.Length) && text.All(char.IsAsciiHexDigitLower)
            ? text
            : throw new JsonPlaceException($"'{key}' must be a digest in lower-case hex digits", Member(key).At);
    }

    public long Integer(string key, long least)
    {
        var member = Member(key);
        Must(member, JsonTokenType.Number, $"'{key}' must be an integer");
        return long.TryParse(member.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least
            ? value
            : throw new JsonPlaceException($"'{key}' must be an integer in range", member.At);
    }

    public ArtifactVersion Version(string key)
    {
        var version = new JsonObject(Member(key));
        version.Allow("git", "sha256", "size");
        return new ArtifactVersion(version.Hex("git", 40, 64), version.Hex("sha256", 64), version.Integer("size", 0));
    }

    /// <summary>A map; a missing one is empty.</summary>
    public Dictionary<string, T> Map<T>(string key, Func<JsonObject, string, T> value)
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        if (Has(key))
        {
            var inner = new JsonObject(Member(key));
            foreach (var name in inner.tree.Members.Keys)
            {
                map.Add(name, value(inner, name));
            }
        }

        return map;
    }

    public static IReadOnlyList<JsonTree> Items(JsonTree tree)
    {
        Must(tree, JsonTokenType.StartArray, "expected a list");
        return tree.Items;
    }

    private static void Must(JsonTree tree, JsonTokenType kind, string found)
    {
        if (tree.Kind != kind)
        {
            throw new JsonPlaceException(found, tree.At);
        }
    }
}
