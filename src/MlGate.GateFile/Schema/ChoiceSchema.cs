using System.Text.Json.Nodes;
using MlGate.Findings;
using MlGate.GateFile.Sources;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Schema;

/// <summary>One of a few words.</summary>
/// <param name="words">The words and their values.</param>
internal sealed class ChoiceSchema<T>(IReadOnlyDictionary<string, object> words) : ScalarSchema<T>
    where T : notnull
{
    public override string Describe => words.Count == 1 ? words.Keys.Single() : "one of " + string.Join(", ", words.Keys);

    public override JsonObject ToJsonSchema() => new() { ["enum"] = new JsonArray([.. words.Keys.Select(word => (JsonNode)word)]) };

    protected override Complaint? Read(ScalarNode scalar, ReadContext context, out T? value)
    {
        var known = words.TryGetValue(scalar.Text, out var boxed);
        value = known ? (T)boxed! : default;
        return known && scalar.IsText ? null : Outside(scalar, Spelling.FixFor(scalar.Text, [.. words.Keys]));
    }
}
