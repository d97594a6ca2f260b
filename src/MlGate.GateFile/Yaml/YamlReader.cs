using MlGate.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MlGate.GateFile.Yaml;

/// <summary>
/// Reads YAML event by event into nodes with places. Objects are never made from tags, and aliases are never followed, so no text can grow.
/// </summary>
internal sealed class YamlReader
{
    public const int MaxDepth = 32;
    public const int MaxNodes = 20_000;

    private readonly string file;
    private readonly Problems problems;
    private readonly Parser events;
    private int nodes;
    private bool stopped;

    private YamlReader(string text, string file, Problems problems)
    {
        (this.file, this.problems) = (file, problems);
        events = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>The root of the file's only document; null when the problems say why there is none.</summary>
    public static MapNode? Read(string text, string file, Problems problems)
    {
        if (YamlText.Accept(text, file, problems) is not { } accepted)
        {
            return null;
        }

        text = accepted;
        var reader = new YamlReader(text, file, problems);
        try
        {
            return reader.Document();
        }
        catch (YamlException broken)
        {
            var place = reader.PlaceOf(broken.Start);
            var known = YamlFault.At(text, place.Line, place.Column);
            problems.Add(
                Diagnostics.GateFileNotReadable,
                file,
                known is null ? place : new FilePlace(file, known.Line, known.Column),
                known?.Found ?? Shorten(broken.Message),
                "YAML 1.2",
                known?.Fix ?? "Check the indentation, quotes and brackets of this line and the line before"
            );
            return null;
        }
        catch (InvalidOperationException)
        {
            // The library's word for some texts that end where it expects more.
            var place = reader.events.Current is { } last ? reader.PlaceOf(last.End) : new FilePlace(file, 1, 1);
            problems.Add(
                Diagnostics.GateFileNotReadable,
                file,
                place,
                "unexpected end of the text",
                "YAML 1.2",
                "Check the indentation, quotes and brackets of this line"
            );
            return null;
        }
    }

    private MapNode? Document()
    {
        var before = problems.Count;
        events.MoveNext();
        events.MoveNext();
        if (events.Current is not DocumentStart start)
        {
            Refuse(
                Diagnostics.GateFileNotReadable,
                file,
                new FilePlace(file, 1, 1),
                "an empty file",
                "a map with at least version and name",
                "Run 'mlgate init', which overwrites an empty gate file"
            );
            return null;
        }

        if (start.Version is { Version: not { Major: 1, Minor: 2 } })
        {
            Refuse(
                Diagnostics.YamlFeatureRefused,
                file,
                PlaceOf(start.Start),
                "another version of YAML",
                "YAML 1.2",
                "Remove the %YAML line"
            );
        }

        if (start.Tags is { Count: > 0 } tags && tags.Any(tag => !tag.Start.Equals(tag.End)))
        {
            Refuse(Diagnostics.YamlFeatureRefused, file, PlaceOf(start.Start), "a %TAG line", "no tags", "Remove it");
        }

        events.MoveNext();
        var root = Node("", 0);
        if (stopped)
        {
            return null;
        }

        events.MoveNext();
        if (events.MoveNext() && events.Current is DocumentStart second)
        {
            Refuse(
                Diagnostics.YamlFeatureRefused,
                file,
                PlaceOf(second.Start),
                "a second document",
                "one document per file",
                "Remove the line '---'"
            );
            return null;
        }

        if (root is not MapNode map)
        {
            if (problems.Count == before)
            {
                var found = root is ScalarNode { IsNull: true } ? "an empty file" : root.Describe();
                Refuse(
                    Diagnostics.GateFileNotReadable,
                    file,
                    root.Place,
                    found,
                    "a map with at least version and name",
                    root is ScalarNode { IsNull: true }
                        ? "Run 'mlgate init', which overwrites an empty gate file"
                        : "Write 'version: 1' and 'name: NAME' on separate lines"
                );
            }

            return null;
        }

        return map;
    }

    // The parser stands on the node's first event; it leaves it on the node's last.
    private GateNode Node(CheckId id, int depth)
    {
        var current = events.Current!;
        var place = PlaceOf(current.Start);
        if (depth > MaxDepth || ++nodes > MaxNodes)
        {
            var found = depth > MaxDepth ? "more than 32 levels" : "more than 20,000 values";
            Refuse(
                Diagnostics.GateFileTooLarge,
                file,
                place,
                found,
                "at most 32 levels and 20,000 values",
                "Use a file of values: 'in: file:domains/values.txt'"
            );
            stopped = true;
            return new RefusedNode(place);
        }

        if (current is AnchorAlias)
        {
            Refuse(Diagnostics.YamlFeatureRefused, Named(id), place, "an alias", "no anchors and aliases", "Write the value out");
            return new RefusedNode(place);
        }

        if (current is not NodeEvent properties)
        {
            Refuse(
                Diagnostics.GateFileNotReadable,
                file,
                place,
                "an unfinished key or item",
                "YAML 1.2",
                "Check the brackets of this line and the line before"
            );
            stopped = true;
            return new RefusedNode(place);
        }

        var refused = RefuseProperties(properties, id, place);
        GateNode node = current switch
        {
            Scalar scalar => new ScalarNode(scalar.Value, scalar.Style == ScalarStyle.Plain, place),
            SequenceStart => List(id, depth, place),
            _ => Map(id, depth, place),
        };
        return refused ? new RefusedNode(place) : node;
    }

    private ListNode List(CheckId id, int depth, FilePlace place)
    {
        var items = new List<GateNode>();
        while (!stopped && events.MoveNext() && events.Current is not SequenceEnd)
        {
            items.Add(Node(id.At(items.Count), depth + 1));
        }

        return new ListNode(items, place);
    }

    private MapNode Map(CheckId id, int depth, FilePlace place)
    {
        var entries = new List<MapEntry>();
        var keys = new MapKeys(problems, Named(id).Text, id);
        while (!stopped && events.MoveNext() && events.Current is not MappingEnd)
        {
            var key = Node(id, depth + 1);
            if (stopped || !events.MoveNext())
            {
                break;
            }

            var name = (key as ScalarNode)?.Text;
            var value = Node(name is null ? id : id.Child(name), depth + 1);
            if (keys.Accept(key) is { } accepted)
            {
                entries.Add(new MapEntry(accepted, key.Place, value));
            }
        }

        return new MapNode(entries, place);
    }

    private bool RefuseProperties(NodeEvent node, CheckId id, FilePlace place)
    {
        var refused = false;
        if (!node.Tag.IsEmpty)
        {
            Refuse(
                Diagnostics.YamlFeatureRefused,
                Named(id),
                place,
                "a tag",
                "no tags",
                "Remove it; put text that looks like another type in quotes"
            );
            refused = true;
        }

        if (!node.Anchor.IsEmpty)
        {
            Refuse(Diagnostics.YamlFeatureRefused, Named(id), place, "an anchor", "no anchors and aliases", "Remove it");
            refused = true;
        }

        return refused;
    }

    private CheckId Named(CheckId id) => id.Text.Length == 0 ? file : id;

    private void Refuse(Diagnostic diagnostic, CheckId id, FilePlace place, string found, string expected, string fix) =>
        problems.Add(diagnostic, id, place, found, expected, fix);

    private FilePlace PlaceOf(Mark mark) => new(file, (int)mark.Line, (int)mark.Column);

    private static string Shorten(string message) => PrintableText.From(message.TrimEnd('.'), most: 200);
}
