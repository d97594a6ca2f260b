using DuckDB.NET.Data;
using MlGate.Data.Engine;
using MlGate.Findings;

namespace MlGate.Data.Sources;

/// <summary>What a failure of the engine means for a person. The engine's own words are not passed on: they quote the data.</summary>
internal static class EngineFailure
{
    public static Finding Explain(EngineSession session, CheckId id, DataSource source, DuckDBException exception, CancellationToken cancel)
    {
        if (exception.Message.Contains("Out of Memory", StringComparison.Ordinal))
        {
            return LimitHit(id, source.Files[0].Name);
        }

        var place = source.Format switch
        {
            SourceFormat.JsonLines => JsonLinesSource.FirstFault(id, source.Files, cancel),
            SourceFormat.Parquet => ParquetSource.FirstFault(session, id, source, cancel),
            _ => CsvDiagnosis.First(id, source, cancel),
        };
        return place
            ?? DataFinding.Create(
                Diagnostics.DataNotReadable,
                id,
                source.Files.Count == 1 ? source.Files[0].Name : id.Text,
                $"a valid {source.Format} file",
                "content not readable by the engine",
                "Write the file again"
            );
    }

    /// <summary>Memory, spilled files or unpacked files beyond what there is room for.</summary>
    public static Finding LimitHit(CheckId id, string file) =>
        DataFinding.Create(
            Diagnostics.OutOfMemory,
            id,
            file,
            "a profile within the limits of memory and temporary files",
            "limit reached",
            "Free space in the temporary folder, or split the dataset"
        );
}
