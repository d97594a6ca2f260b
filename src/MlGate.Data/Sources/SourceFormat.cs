namespace MlGate.Data.Sources;

/// <summary>The formats that a dataset's files can have, known by their extension and by nothing else.</summary>
internal enum SourceFormat
{
    Csv,
    Tsv,
    Parquet,
    JsonLines,
}

internal static class SourceFormats
{
    public const string Known = "csv, tsv, parquet, jsonl or ndjson";

    public static SourceFormat? Of(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".csv" => SourceFormat.Csv,
        ".tsv" => SourceFormat.Tsv,
        ".parquet" => SourceFormat.Parquet,
        ".jsonl" or ".ndjson" or ".json" => SourceFormat.JsonLines,
        _ => null,
    };

    public static bool IsDelimited(this SourceFormat format) => format is SourceFormat.Csv or SourceFormat.Tsv;

    public static char Delimiter(this SourceFormat format) => format == SourceFormat.Tsv ? '\t' : ',';
}
