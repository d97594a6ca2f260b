using System.Globalization;
using System.Text;

namespace MlGate.Models.Formats.Onnx;

/// <summary>The class labels that operators state: ZipMap, LinearClassifier, TreeEnsembleClassifier, SVMClassifier.</summary>
/// <param name="labels">Receives each label once, in the order of the scores.</param>
internal sealed class OnnxClasses(List<string> labels)
{
    private const int Most = 100_000;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>True for an attribute that holds them: <c>classlabels_strings</c>, <c>classlabels_int64s</c>.</summary>
    public static bool AreIn(string attribute) => attribute.StartsWith("classlabels_", StringComparison.Ordinal);

    /// <summary>Reads a text, a whole number, or packed whole numbers.</summary>
    public void Read(ProtobufReader attribute)
    {
        IEnumerable<string> read =
            attribute.Field == 9 ? [Encoding.UTF8.GetString(attribute.Value)]
            : !attribute.IsBytes ? [((long)attribute.Number).ToString(CultureInfo.InvariantCulture)]
            : ProtobufReader.Packed(attribute.Value, Most).Select(one => one.ToString(CultureInfo.InvariantCulture));
        labels.AddRange(read.Where(label => known.Count < Most && known.Add(label)));
    }
}
