using System.Globalization;
using System.Text;
using MlGate.Findings;
using MlGate.Models.Preflight;

namespace MlGate.Models.Formats.Onnx;

/// <summary>
/// Reads an ONNX file and judges it before any engine sees it: no values in other files, no unknown operators, nothing deeper or larger
/// than models are. Field numbers are those of <c>onnx.proto3</c>.
/// </summary>
internal sealed class OnnxReader
{
    private const int Deepest = 32;
    private const long MostNodes = 1_000_000;
    private const int MostValues = 100_000;
    private const int MostClasses = 100_000;

    // Operators of ONNX itself and of classic models, and those that ONNX Runtime brings along: all others are code from elsewhere.
    private static readonly HashSet<string> Domains = ["", "ai.onnx", "ai.onnx.ml", "com.microsoft"];

    private readonly OnnxFile file = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private Refusal? refusal;

    private OnnxReader() { }

    /// <summary>What a file declares, or why it is refused.</summary>
    public static (OnnxFile? File, Refusal? Refusal) Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new OnnxReader();
        try
        {
            reader.ReadModel(bytes);
        }
        catch (Exception problem) when (problem is InvalidDataException or OverflowException)
        {
            reader.refusal ??= NotAModel(
                $"not readable as ONNX: {(problem is OverflowException ? "a number out of range" : problem.Message)}"
            );
        }

        if (reader.refusal is null && !reader.file.HasGraph)
        {
            reader.refusal = NotAModel("no graph in the file");
        }

        return reader.refusal is null ? (reader.file, null) : (null, reader.refusal);
    }

    /// <summary>The file is no ONNX model.</summary>
    public static Refusal NotAModel(string found) =>
        new(Diagnostics.NotAModel, found, "an ONNX model", "Export the model again, or gate a predictions file instead");

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    private void ReadModel(ReadOnlySpan<byte> bytes)
    {
        var model = new ProtobufReader(bytes);
        var hasGraph = false;
        ReadOnlySpan<byte> graph = default;
        while (model.Read())
        {
            switch (model.Field)
            {
                case 1:
                    file.FormatVersion = (long)model.Number;
                    break;
                case 7:
                    graph = model.Value;
                    hasGraph = true;
                    break;
                case 8:
                    ReadOperators(model.Value);
                    break;
                case 25:
                    ReadNodes(model.Value, nodeField: 7, depth: 1, isMain: false);
                    break;
            }
        }

        if (hasGraph)
        {
            file.HasGraph = true;
            ReadGraph(graph, 1, isMain: true);
            file.Inputs.RemoveAll(input => known.Contains(input.Name));
        }
    }

    private void ReadOperators(ReadOnlySpan<byte> bytes)
    {
        var set = new ProtobufReader(bytes);
        var domain = "";
        var version = 0L;
        while (set.Read())
        {
            (domain, version) = set.Field == 1 ? (Text(set.Value), version) : (domain, set.Field == 2 ? (long)set.Number : version);
        }

        file.Operators[domain] = version;
    }

    private void ReadGraph(ReadOnlySpan<byte> bytes, int depth, bool isMain)
    {
        if (depth > Deepest)
        {
            Refuse(TooLarge("graphs inside of graphs", $"at most {Deepest} levels"));
            return;
        }

        var graph = new ProtobufReader(bytes);
        while (refusal is null && graph.Read())
        {
            switch (graph.Field)
            {
                case 5:
                    ReadTensor(graph.Value, isMain);
                    break;
                case 15:
                    ReadSparse(graph.Value);
                    break;
                case 11 when isMain:
                    file.Inputs.Add(OnnxValueReader.Read(graph.Value));
                    break;
                case 12 when isMain:
                    file.Outputs.Add(OnnxValueReader.Read(graph.Value));
                    break;
            }

            if (file.Inputs.Count + file.Outputs.Count > MostValues)
            {
                Refuse(TooLarge("inputs and outputs", "at most 100,000"));
            }
        }

        ReadNodes(bytes, nodeField: 1, depth, isMain);
    }

    private void ReadNodes(ReadOnlySpan<byte> bytes, int nodeField, int depth, bool isMain)
    {
        var graph = new ProtobufReader(bytes);
        while (refusal is null && graph.Read())
        {
            if (graph.Field == nodeField)
            {
                ReadNode(graph.Value, depth, isMain);
            }
        }
    }

    private void ReadNode(ReadOnlySpan<byte> bytes, int depth, bool isMain)
    {
        if (++file.Nodes > MostNodes)
        {
            Refuse(TooLarge("nodes", "at most 1,000,000"));
            return;
        }

        var node = new ProtobufReader(bytes);
        var input = "";
        var name = "";
        var domain = "";
        var outputs = new List<string>();
        while (refusal is null && node.Read())
        {
            switch (node.Field)
            {
                case 1 when input.Length == 0:
                    input = Text(node.Value);
                    break;
                case 2 when isMain:
                    outputs.Add(Text(node.Value));
                    break;
                case 4:
                    name = Text(node.Value);
                    break;
                case 5:
                    ReadAttribute(node.Value, depth);
                    break;
                case 7:
                    domain = Text(node.Value);
                    break;
            }
        }

        if (!Domains.Contains(domain))
        {
            Refuse(
                new Refusal(
                    Diagnostics.OperatorNotAllowed,
                    $"the operator '{Short(name)}' of the domain '{Short(domain)}'",
                    "operators of ONNX and of ONNX Runtime",
                    "Export the model without operators of its own, or gate a predictions file instead"
                )
            );
        }

        foreach (var output in outputs)
        {
            file.MadeBy[output] = (name, input);
        }
    }

    private void ReadAttribute(ReadOnlySpan<byte> bytes, int depth)
    {
        var attribute = new ProtobufReader(bytes);
        var name = "";
        while (refusal is null && attribute.Read())
        {
            switch (attribute.Field)
            {
                case 1:
                    name = Text(attribute.Value);
                    break;
                case 5 or 10:
                    ReadTensor(attribute.Value, isMain: false);
                    break;
                case 6 or 11:
                    ReadGraph(attribute.Value, depth + 1, isMain: false);
                    break;
                case 22 or 23:
                    ReadSparse(attribute.Value);
                    break;
                case 8 or 9 when IsClasses(name) && file.Classes.Count < MostClasses:
                    ReadClasses(attribute.Field, attribute.Number, attribute.Value);
                    break;
            }
        }
    }

    // classlabels_strings of ZipMap, LinearClassifier, TreeEnsembleClassifier and SVMClassifier; or their whole numbers.
    private static bool IsClasses(string name) => name.StartsWith("classlabels_", StringComparison.Ordinal);

    private void ReadClasses(int field, ulong number, ReadOnlySpan<byte> value)
    {
        IEnumerable<string> labels =
            field == 9 ? [Text(value)]
            : value.IsEmpty ? [((long)number).ToString(CultureInfo.InvariantCulture)]
            : ProtobufReader.Packed(value, MostClasses).Select(one => one.ToString(CultureInfo.InvariantCulture));
        file.Classes.AddRange(labels.Where(label => !file.Classes.Contains(label)));
    }

    private void ReadSparse(ReadOnlySpan<byte> bytes)
    {
        var sparse = new ProtobufReader(bytes);
        while (refusal is null && sparse.Read())
        {
            if (sparse.Field is 1 or 2)
            {
                ReadTensor(sparse.Value, isMain: false);
            }
        }
    }

    private void ReadTensor(ReadOnlySpan<byte> bytes, bool isMain)
    {
        var (name, why) = OnnxTensor.Check(bytes);
        if (isMain)
        {
            known.Add(name);
        }

        if (why is not null)
        {
            Refuse(why);
        }
    }

    private void Refuse(Refusal why) => refusal ??= why;

    private static Refusal TooLarge(string found, string expected) => Refusal.TooLarge("too many " + found, expected);

    private static string Short(string text) => PrintableText.From(text, most: 64);
}
