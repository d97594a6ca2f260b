using System.Text;
using MlGate.Findings;
using MlGate.Gates.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MlGate.Gates.Yaml;

/// <summary>Reads YAML event by event into nodes with places. Objects are never made from tags, and aliases are never followed, so no text can grow.</summary>
internal sealed class YamlReader
{
    public const int MaxBytes = 256 * 1024;
    public const int MaxDepth = 32;
    public const int MaxNodes = 20_000;

    private readonly string _file;
    private readonly Problems _problems;
    private readonly Parser _events;
    private int _nodes;
    private bool _stopped;

    private YamlReader(string text, string file, Problems problems)
    {
        (_file, _problems) = (file, problems);
        _events = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>The root of the file's only document; null when the problems say why there is none.</summary>
    public static MapNode? Read(string text, string file, Problems problems)
    {
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > MaxBytes)
        {
            problems.Add(
                Diagnostics.GateFileTooLarge,
                file,
                new FilePlace(file, 0, 0),
                FormattableString.Invariant($"{bytes} bytes"),
                "at most 256 KiB",
                "Split the gate into several files"
            );
            return null;
        }

        text = text.StartsWith('\uFEFF') ? text[1..] : text;
        if (YamlFault.Of(text) is { } fault)
        {
            problems.Add(
                Diagnostics.GateFileNotReadable,
                file,
                new FilePlace(file, fault.Line, fault.Column),
                fault.Found,
                "YAML 1.2 in UTF-8",
                fault.Fix
            );
            return null;
        }

        if (PlaceOfUnprintable(text, file) is { } unprintable)
        {
            problems.Add(
                Diagnostics.GateFileNotReadable,
                file,
                unprintable,
                "a character that no text holds",
                "YAML 1.2 in UTF-8",
                "Remove it, or escape it in double quotes"
            );
            return null;
        }

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
                known?.Fix ?? "Look at the indentation, the quotes and the brackets of this line and the one before"
            );
            return null;
        }
        catch (InvalidOperationException)
        {
            // The library's word for some texts that end where it expects more.
            var place = reader._events.Current is { } last ? reader.PlaceOf(last.End) : new FilePlace(file, 1, 1);
            problems.Add(
                Diagnostics.GateFileNotReadable,
                file,
                place,
                "a text that ends or breaks off here",
                "YAML 1.2",
                "Look at the indentation, the quotes and the brackets of this line"
            );
            return null;
        }
    }

    private MapNode? Document()
    {
        var before = _problems.Count;
        _events.MoveNext();
        _events.MoveNext();
        if (_events.Current is not DocumentStart start)
        {
            Refuse(
                Diagnostics.GateFileNotReadable,
                _file,
                new FilePlace(_file, 1, 1),
                "an empty file",
                "a map with at least version and name",
                "Run 'mlgate init', which writes over an empty gate file"
            );
            return null;
        }

        if (start.Version is { Version: not { Major: 1, Minor: 2 } })
        {
            Refuse(
                Diagnostics.YamlFeatureRefused,
                _file,
                PlaceOf(start.Start),
                "another version of YAML",
                "YAML 1.2",
                "Remove the %YAML line"
            );
        }

        if (start.Tags is { Count: > 0 } tags && tags.Any(tag => !tag.Start.Equals(tag.End)))
        {
            Refuse(Diagnostics.YamlFeatureRefused, _file, PlaceOf(start.Start), "a %TAG line", "no tags", "Remove it");
        }

        _events.MoveNext();
        var root = Node("", 0);
        if (_stopped)
        {
            return null;
        }

        _events.MoveNext();
        if (_events.MoveNext() && _events.Current is DocumentStart second)
        {
            Refuse(
                Diagnostics.YamlFeatureRefused,
                _file,
                PlaceOf(second.Start),
                "a second document",
                "one document per file",
                "Remove the line '---'"
            );
            return null;
        }

        if (root is not MapNode map)
        {
            if (_problems.Count == before)
            {
                var found = root is ScalarNode { IsNull: true } ? "an empty file" : root.Describe();
                Refuse(
                    Diagnostics.GateFileNotReadable,
                    _file,
                    root.Place,
                    found,
                    "a map with at least version and name",
                    root is ScalarNode { IsNull: true }
                        ? "Run 'mlgate init', which writes over an empty gate file"
                        : "Write 'version: 1' and 'name: NAME' on lines of their own"
                );
            }

            return null;
        }

        return map;
    }

    // The parser stands on the node's first event; it leaves it on the node's last.
    private GateNode Node(string id, int depth)
    {
        var current = _events.Current!;
        var place = PlaceOf(current.Start);
        if (depth > MaxDepth || ++_nodes > MaxNodes)
        {
            var found = depth > MaxDepth ? "more than 32 levels" : "more than 20,000 values";
            Refuse(
                Diagnostics.GateFileTooLarge,
                _file,
                place,
                found,
                "at most 32 levels and 20,000 values",
                "Use a file of values: 'in: file:domains/values.txt'"
            );
            _stopped = true;
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
                _file,
                place,
                "a key or an item without an end",
                "YAML 1.2",
                "Look at the brackets of this line and the one before"
            );
            _stopped = true;
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

    private ListNode List(string id, int depth, FilePlace place)
    {
        var items = new List<GateNode>();
        while (!_stopped && _events.MoveNext() && _events.Current is not SequenceEnd)
        {
            items.Add(Node(FormattableString.Invariant($"{id}[{items.Count}]"), depth + 1));
        }

        return new ListNode(items, place);
    }

    private MapNode Map(string id, int depth, FilePlace place)
    {
        var entries = new List<MapEntry>();
        var known = new Dictionary<string, FilePlace>(StringComparer.Ordinal);
        while (!_stopped && _events.MoveNext() && _events.Current is not MappingEnd)
        {
            var key = Node(id, depth + 1);
            if (_stopped || !_events.MoveNext())
            {
                break;
            }

            var name = (key as ScalarNode)?.Text;
            var value = Node(name is null ? id : KeyPath.Of(id, name), depth + 1);
            if (key is not ScalarNode scalar)
            {
                if (key is not RefusedNode)
                {
                    Refuse(
                        Diagnostics.YamlFeatureRefused,
                        Named(id),
                        key.Place,
                        key.Describe() + " as a key",
                        "a text as a key",
                        "Write the key as a text"
                    );
                }
            }
            else if (scalar is { Plain: true, Text: "<<" })
            {
                Refuse(
                    Diagnostics.YamlFeatureRefused,
                    Named(id),
                    key.Place,
                    "a merge key",
                    "no merge keys",
                    "Write the values out, or use 'extends'"
                );
            }
            else if (known.TryGetValue(scalar.Text, out var first))
            {
                Refuse(
                    Diagnostics.DuplicateKey,
                    KeyPath.Of(id, scalar.Text),
                    key.Place,
                    FormattableString.Invariant($"the key {Shown.Quoted(scalar.Text)} stands on line {first.Line} too"),
                    "every key once",
                    "Remove one of the two"
                );
            }
            else
            {
                known.Add(scalar.Text, key.Place);
                entries.Add(new MapEntry(scalar.Text, key.Place, value));
            }
        }

        return new MapNode(entries, place);
    }

    private bool RefuseProperties(NodeEvent node, string id, FilePlace place)
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
                "Remove it; put a text that looks like something else in quotes"
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

    private string Named(string id) => id.Length == 0 ? _file : id;

    private void Refuse(Diagnostic diagnostic, string id, FilePlace place, string found, string expected, string fix) =>
        _problems.Add(diagnostic, id, place, found, expected, fix);

    private FilePlace PlaceOf(Mark mark) => new(_file, (int)mark.Line, (int)mark.Column);

    private static string Shorten(string message) => Shown.Of(message.TrimEnd('.'), most: 200);

    // What YAML calls printable. The library takes NUL for the end of the file: what stands behind it would be ignored in silence.
    private static FilePlace? PlaceOfUnprintable(string text, string file)
    {
        for (var (at, line, start) = (0, 1, 0); at < text.Length; at++)
        {
            var letter = text[at];
            var pair = char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            if (
                !pair
                && (
                    letter is '\uFEFF' or '\uFFFE' or '\uFFFF'
                    || char.IsSurrogate(letter)
                    || (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r' or '\u0085'))
                )
            )
            {
                return new FilePlace(file, line, at - start + 1);
            }

            at += pair ? 1 : 0;
            if (letter == '\n')
            {
                (line, start) = (line + 1, at + 1);
            }
        }

        return null;
    }
}
