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
    /// <summary>The ending of files that are compressed with gzip.</summary>
    public const string Gzip = ".gz";

    public const string Known = "csv, tsv, parquet, jsonl or ndjson, or in csv.gz, tsv.gz or jsonl.gz";

    public static bool IsCompressed(string name) => name.EndsWith(Gzip, StringComparison.OrdinalIgnoreCase);

    /// <summary>What decides how a file is read: <c>.csv</c>, <c>.csv.gz</c>.</summary>
    public static string Ending(string name) =>
        IsCompressed(name) ? Path.GetExtension(name[..^Gzip.Length]).ToLowerInvariant() + Gzip : Path.GetExtension(name).ToLowerInvariant();

    public static SourceFormat? For(string name) =>
        Path.GetExtension(IsCompressed(name) ? name[..^Gzip.Length] : name).ToLowerInvariant() switch
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
