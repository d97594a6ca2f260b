using System.Globalization;
using System.Text;
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
    private const long MostNames = 2_000_000;

    // Operators of ONNX itself and of classic models, and those that ONNX Runtime brings along: all others are code from elsewhere.
    private static readonly HashSet<string> Domains = ["", "ai.onnx", "ai.onnx.ml", "com.microsoft"];

    private readonly OnnxFile file = new();
    private readonly OnnxClasses classes;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private long names;
    private Refusal? refusal;

    private OnnxReader() => classes = new OnnxClasses(file.Classes);

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
            reader.refusal ??= OnnxRefusal.NotAModel(
                $"not readable as ONNX: {(problem is OverflowException ? "a number out of range" : problem.Message)}"
            );
        }

        if (reader.refusal is null && !reader.file.HasGraph)
        {
            reader.refusal = OnnxRefusal.NotAModel("no graph in the file");
        }

        return reader.refusal is null ? (reader.file, null) : (null, reader.refusal);
    }

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
                    // Parsers merge messages that stand twice: what was judged would not be what is loaded.
                    graph = hasGraph ? throw new InvalidDataException("two graphs") : model.Value;
                    hasGraph = true;
                    break;
                case 8:
                    ReadOperators(model.Value);
                    break;
                case 20:
                    ReadTraining(model.Value);
                    break;
                case 25:
                    ReadFunction(model.Value);
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

    private void ReadTraining(ReadOnlySpan<byte> bytes)
    {
        var training = new ProtobufReader(bytes);
        while (refusal is null && training.Read())
        {
            if (training.Field is 1 or 2)
            {
                ReadGraph(training.Value, 1, isMain: false);
            }
        }
    }

    private void ReadFunction(ReadOnlySpan<byte> bytes)
    {
        var function = new ProtobufReader(bytes);
        while (refusal is null && function.Read())
        {
            if (function.Field == 11)
            {
                ReadAttribute(function.Value, 1);
            }
        }

        ReadNodes(bytes, nodeField: 7, depth: 1, isMain: false);
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
            Refuse(OnnxRefusal.TooLarge("graphs inside of graphs", $"at most {Deepest} levels"));
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
                Refuse(OnnxRefusal.TooLarge("inputs and outputs", "at most 100,000"));
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
            Refuse(OnnxRefusal.TooLarge("nodes", "at most 1,000,000"));
            return;
        }

        var node = new ProtobufReader(bytes);
        var input = "";
        var name = "";
        var domain = "";
        var transform = "";
        var outputs = new List<string>();
        while (refusal is null && node.Read())
        {
            switch (node.Field)
            {
                case 1 when input.Length == 0:
                    input = Text(node.Value);
                    break;
                case 2 when isMain && Counts():
                    outputs.Add(Text(node.Value));
                    break;
                case 4:
                    name = Text(node.Value);
                    break;
                case 5:
                    transform = ReadAttribute(node.Value, depth) ?? transform;
                    break;
                case 7:
                    domain = Text(node.Value);
                    break;
            }
        }

        if (!Domains.Contains(domain))
        {
            Refuse(OnnxRefusal.Operator(name, domain));
        }

        foreach (var output in outputs)
        {
            file.MadeBy[output] = new(name, input, transform);
        }
    }

    // Answers how a classifier transforms its scores, where the attribute says it.
    private string? ReadAttribute(ReadOnlySpan<byte> bytes, int depth)
    {
        var attribute = new ProtobufReader(bytes);
        var name = "";
        string? transform = null;
        while (refusal is null && attribute.Read())
        {
            switch (attribute.Field)
            {
                case 1:
                    name = Text(attribute.Value);
                    break;
                case 4 when name == "post_transform":
                    transform = Text(attribute.Value);
                    break;
                case 7 when name == "prob_a":
                    transform = "PROBABILITY";
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
                case 8 or 9 when OnnxClasses.AreIn(name) && Counts():
                    classes.Read(attribute);
                    break;
            }
        }

        return transform;
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
        if (isMain && Counts())
        {
            known.Add(name);
        }

        if (why is not null)
        {
            Refuse(why);
        }
    }

    // One budget for all that is kept of a file: a small file must not fill the memory.
    private bool Counts()
    {
        if (++names > MostNames)
        {
            Refuse(OnnxRefusal.TooLarge("names", "at most 2,000,000"));
        }

        return refusal is null;
    }

    private void Refuse(Refusal why) => refusal ??= why;
}
