using MlGate.Models.Formats.MlNet;
using MlGate.Models.Formats.Onnx;
using MlGate.Models.Formats.PredictionFiles;
using MlGate.Models.Scoring;

namespace MlGate.Models.Formats;

/// <summary>Every format of models and predictions, one class for each row of <see cref="Gates.ModelFormats"/>.</summary>
internal static class KnownFormats
{
    /// <summary>The formats.</summary>
    public static FormatList All { get; } = new(new MlNetFormat(), new OnnxFormat(), new PredictionFileFormat());
}
