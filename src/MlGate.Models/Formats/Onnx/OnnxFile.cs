namespace MlGate.Models.Formats.Onnx;

/// <summary>What an ONNX file declares, read without the engine.</summary>
internal sealed class OnnxFile
{
    /// <summary>Version of the format, <c>ir_version</c>; 0 if it is not stated.</summary>
    public long FormatVersion { get; set; }

    /// <summary>Versions of the sets of operators by domain; the domain of ONNX itself is empty.</summary>
    public Dictionary<string, long> Operators { get; } = new(StringComparer.Ordinal);

    /// <summary>True if there is a graph.</summary>
    public bool HasGraph { get; set; }

    /// <summary>Number of nodes, those of graphs inside of nodes included.</summary>
    public long Nodes { get; set; }

    /// <summary>What the graph is given: its inputs without those that have a value in the file.</summary>
    public List<OnnxValue> Inputs { get; } = [];

    /// <summary>What the graph answers.</summary>
    public List<OnnxValue> Outputs { get; } = [];

    /// <summary>The class labels that an operator states, in the order of the scores; empty for none.</summary>
    public List<string> Classes { get; } = [];

    /// <summary>Per name of a value of the main graph what makes it.</summary>
    public Dictionary<string, OnnxSource> MadeBy { get; } = new(StringComparer.Ordinal);
}

/// <summary>An input or output of a graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ElementType">The number of its type in ONNX: 1 single, 7 64-bit integer, 8 text, 11 double; 0 for no tensor.</param>
/// <param name="Shape">Its dimensions, −1 for one that is not fixed; null for no tensor.</param>
internal sealed record OnnxValue(string Name, int ElementType, IReadOnlyList<long>? Shape);

/// <summary>What makes a value of a graph.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Input">Name of its first input.</param>
/// <param name="Transform">How a classifier transforms its scores: <c>post_transform</c>; empty where it does not say.</param>
internal sealed record OnnxSource(string Operator, string Input, string Transform);
