using System.Globalization;
using System.Text;
using MlGate.Findings;
using MlGate.Models.Preflight;

namespace MlGate.Models.Formats.Onnx;

/// <summary>Judges the values of a model: in this file, and of a possible shape.</summary>
internal static class OnnxTensor
{
    private const long MostElements = 1L << 31;
    private const int MostDimensions = 16;
    private const int External = 1;

    /// <summary>The tensor's name, and why the model is refused for it; null for none.</summary>
    public static (string Name, Refusal? Refusal) Check(ReadOnlySpan<byte> bytes)
    {
        var tensor = new ProtobufReader(bytes);
        var name = "";
        var isExternal = false;
        var shape = new List<long>();
        while (tensor.Read())
        {
            switch (tensor.Field)
            {
                case 1:
                    shape.AddRange(tensor.IsBytes ? ProtobufReader.Packed(tensor.Value, MostDimensions + 1) : [(long)tensor.Number]);
                    break;
                case 8:
                    name = Encoding.UTF8.GetString(tensor.Value);
                    break;
                case 13:
                    isExternal = true;
                    break;
                case 14:
                    isExternal |= tensor.Number == External;
                    break;
            }
        }

        if (isExternal)
        {
            return (
                name,
                new Refusal(
                    Diagnostics.ModelReadsFiles,
                    $"the values of '{Short(name)}' are in another file",
                    "a model with all its values in one file",
                    "Export the model without external data (for PyTorch: external_data=False)"
                )
            );
        }

        var elements = shape.Aggregate((Int128)1, (product, dimension) => dimension < 0 || product < 0 ? -1 : product * dimension);
        return shape.Count > MostDimensions || elements < 0 || elements > MostElements
            ? (
                name,
                Refusal.TooLarge(
                    $"the shape of '{Short(name)}' is not possible or too large",
                    string.Create(CultureInfo.InvariantCulture, $"at most {MostDimensions} dimensions and {MostElements:N0} values")
                )
            )
            : (name, null);
    }

    private static string Short(string text) => PrintableText.From(text, most: 64);
}
