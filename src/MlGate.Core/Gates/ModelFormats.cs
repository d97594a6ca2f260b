namespace MlGate.Gates;

/// <summary>All formats of models and their predictions.</summary>
public static class ModelFormats
{
    /// <summary>Archives of ML.NET, and every file whose name says nothing else.</summary>
    public static ModelFormat MlNet { get; } =
        new()
        {
            Key = "ml-net",
            Noun = "a model",
            Description = "an ML.NET `.zip`",
            GateKeys = ["inputs", "loader"],
        };

    /// <summary>Models in the Open Neural Network Exchange format, of scikit-learn, LightGBM, XGBoost, PyTorch or ML.NET.</summary>
    public static ModelFormat Onnx { get; } =
        new()
        {
            Key = "onnx",
            Noun = "an ONNX model",
            Description = "an ONNX model (`.onnx`)",
            Extensions = [".onnx"],
            KnownExtensions = ".onnx",
            GateKeys = ["inputs"],
        };

    /// <summary>Files of predictions, one row for each row of the test set.</summary>
    public static ModelFormat Predictions { get; } =
        new()
        {
            Key = "predictions",
            Noun = "a file of predictions",
            Description = "a file of predictions (CSV, TSV, Parquet, JSON lines)",
            Extensions =
            [
                ".csv",
                ".tsv",
                ".parquet",
                ".jsonl",
                ".ndjson",
                ".json",
                ".csv.gz",
                ".tsv.gz",
                ".jsonl.gz",
                ".ndjson.gz",
                ".json.gz",
            ],
            KnownExtensions = ".csv, .tsv, .parquet, .jsonl, .ndjson or .json (JSON lines), text also as .gz",
            GateKeys = ["key", "margin", "decision", "score"],
            IsPredictions = true,
        };

    /// <summary>The rows, in the order of the docs.</summary>
    public static IReadOnlyList<ModelFormat> All { get; } = [MlNet, Onnx, Predictions];

    /// <summary>The format of a file by its name.</summary>
    public static ModelFormat For(string path) =>
        All.FirstOrDefault(format => format.Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
        ?? MlNet;
}
