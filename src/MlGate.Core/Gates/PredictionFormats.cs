namespace MlGate.Gates;

/// <summary>The formats of prediction files, known by the extension of the file's name.</summary>
public static class PredictionFormats
{
    /// <summary>The extensions, for people.</summary>
    public const string Known = ".csv, .tsv, .parquet, .jsonl, .ndjson or .json (JSON lines), text also as .gz";

    private static readonly string[] Extensions =
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
    ];

    /// <summary>True for the name of a predictions file, false for a model.</summary>
    public static bool Includes(string path) => Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
