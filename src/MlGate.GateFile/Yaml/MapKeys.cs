using MlGate.Findings;

namespace MlGate.GateFile.Yaml;

/// <summary>The keys of one map: texts, each once, and no merge keys.</summary>
/// <param name="problems">Takes what is refused.</param>
/// <param name="owner">What a problem of the map itself belongs to.</param>
/// <param name="id">The map's path.</param>
internal sealed class MapKeys(Problems problems, string owner, CheckId id)
{
    private readonly Dictionary<string, FilePlace> known = new(StringComparer.Ordinal);

    /// <summary>The key's text; null when the problems say why it is none.</summary>
    public string? Accept(GateNode key)
    {
        if (key is not ScalarNode scalar)
        {
            if (key is not RefusedNode)
            {
                problems.Add(
                    Diagnostics.YamlFeatureRefused,
                    owner,
                    key.Place,
                    key.Describe() + " as a key",
                    "text as a key",
                    "Write the key as text"
                );
            }

            return null;
        }

        if (scalar is { Plain: true, Text: "<<" })
        {
            problems.Add(
                Diagnostics.YamlFeatureRefused,
                owner,
                key.Place,
                "a merge key",
                "no merge keys",
                "Write the values out, or use 'extends'"
            );
            return null;
        }

        if (known.TryGetValue(scalar.Text, out var first))
        {
            problems.Add(
                Diagnostics.DuplicateKey,
                id.Child(scalar.Text),
                key.Place,
                FormattableString.Invariant($"duplicate key {PrintableText.Quote(scalar.Text)}, first on line {first.Line}"),
                "unique keys",
                "Remove one of them"
            );
            return null;
        }

        known.Add(scalar.Text, key.Place);
        return scalar.Text;
    }
}
