using DuckDB.NET.Data;
using MlGate.Findings;

namespace MlGate.Data.Sources;

/// <summary>What a failure of the engine means for a person. The engine's own words are not passed on: they quote the data.</summary>
internal static class EngineFailure
{
    public static Finding Explain(string id, DataSource source, DuckDBException exception, CancellationToken cancel)
    {
        var file = source.Files[0].Name;
        if (exception.Message.Contains("Out of Memory", StringComparison.Ordinal))
        {
            return Problem.Of(Diagnostics.OutOfMemory, id, file, "data that can be profiled within the limits of memory and of spilled files", "a limit that was hit", "Free space in the temporary folder, or split the dataset");
        }

        if (source.Format.IsDelimited() && CsvDiagnosis.First(id, source, cancel) is { } fault)
        {
            return fault;
        }

        return source.Format == SourceFormat.JsonLines
            ? JsonLinesSource.NotReadable(id, file, exception)
            : Problem.Of(Diagnostics.DataNotReadable, id, file, $"a sound {source.Format} file", "content that the engine cannot read", "Write the file again");
    }
}
