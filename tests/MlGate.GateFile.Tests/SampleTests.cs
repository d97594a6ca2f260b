using System.Text.RegularExpressions;
using MlGate.Core.Tests.Architecture;
using MlGate.GateFile.Reference;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Yaml;

namespace MlGate.GateFile.Tests;

/// <summary>The sample's gate file shows the whole format: what the project has no use for stands there as a comment.</summary>
public sealed partial class SampleTests
{
    [Fact]
    public void Every_key_of_the_table_is_shown_and_what_is_commented_out_can_be_commented_in()
    {
        var written = File.ReadAllText(Path.Combine(Repository.Root, "samples", "churn", "mlgate.yml")).ReplaceLineEndings("\n");
        var problems = new Problems();
        var files = new GateFilesInMemory { Texts = { ["domains/addon.txt"] = "Yes\nNo\n" } };

        var root = YamlReader.Read(Commented().Replace(written, ""), "mlgate.yml", problems);
        Assert.True(
            GateKeys.Map.TryRead(
                root!,
                new SourceSpan("", new("mlgate.yml", 1, 1)),
                new ReadContext(problems, files, null, Whole: true),
                out var gate
            )
        );

        Assert.Equal([], problems.Sorted().Select(problem => problem.Place + " " + problem.Message));
        var shown = Shown(gate).ToHashSet();
        Assert.Equal(
            [],
            GateSchema
                .AllMaps(GateKeys.Map)
                .SelectMany(map => map.Keys.Select(key => (map.Name, key.Name)))
                .Where(key => !shown.Contains(key))
        );
    }

    private static IEnumerable<(string Map, string Key)> Shown(MapValue map)
    {
        foreach (var key in map.Kind.Keys)
        {
            if (map.Find(key.Name)?.Value is not { } value)
            {
                continue;
            }

            yield return (map.Kind.Name, key.Name);
            IEnumerable<MapValue> inner = value switch
            {
                MapValue one => [one],
                IReadOnlyList<NamedEntry<MapValue>> named => named.Select(one => one.Value),
                IReadOnlyList<ListEntry<MapValue>> items => items.Select(one => one.Value),
                _ => [],
            };
            foreach (var pair in inner.SelectMany(Shown))
            {
                yield return pair;
            }
        }
    }

    // Prose begins with one blank, keys with none or with their indentation.
    [GeneratedRegex(@"^#(?! \S)", RegexOptions.Multiline)]
    private static partial Regex Commented();
}
