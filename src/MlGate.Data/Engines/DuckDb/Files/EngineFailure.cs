using MlGate.Data.Sources;
using MlGate.Findings;

namespace MlGate.Data.Engines.DuckDb.Files;

/// <summary>What a failure of the engine means for a person. The engine's own words are not passed on: they quote the data.</summary>
internal static class EngineFailure
{
    public static async Task<Finding> ExplainAsync(
        DuckDbEngine engine,
        CheckId id,
        DataSource source,
        EngineException exception,
        CancellationToken cancel
    )
    {
        if (exception.IsOutOfMemory)
        {
            return DataFinding.LimitHit(id, source.Files[0].Name);
        }

        var place = source.Format switch
        {
            SourceFormat.JsonLines => JsonLinesSource.FirstFault(id, source.Files, cancel),
            SourceFormat.Parquet => await ParquetSource.FirstFaultAsync(engine, id, source, cancel).ConfigureAwait(false),
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
}
