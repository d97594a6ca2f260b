using MlGate.Findings;
using MlGate.Models.Preflight;

namespace MlGate.Models.Formats.Onnx;

/// <summary>Why an ONNX file is refused.</summary>
internal static class OnnxRefusal
{
    /// <summary>The file is no ONNX model.</summary>
    public static Refusal NotAModel(string found) =>
        new(Diagnostics.NotAModel, found, "an ONNX model", "Export the model again, or gate a predictions file instead");

    /// <summary>It runs code from elsewhere.</summary>
    public static Refusal Operator(string name, string domain) =>
        new(
            Diagnostics.OperatorNotAllowed,
            $"the operator '{PrintableText.From(name, most: 64)}' of the domain '{PrintableText.From(domain, most: 64)}'",
            "operators of ONNX and of ONNX Runtime",
            "Export the model without operators of its own, or gate a predictions file instead"
        );

    /// <summary>It holds more than models do.</summary>
    public static Refusal TooLarge(string what, string most) => Refusal.TooLarge("too many " + what, most);
}
