using MlGate.Data.Engines;
using MlGate.Data.Engines.DuckDb;
using MlGate.Testing;

namespace MlGate.Data.Tests;

/// <summary>Writes a Parquet file of a query.</summary>
internal static class ParquetFile
{
    public static string Write(TempFolder folder, string name, string query)
    {
        WriteAsync(folder[name], query).GetAwaiter().GetResult();
        return folder[name];
    }

    private static async Task WriteAsync(string path, string query)
    {
        await using var engine = await DuckDbEngine.OpenAsync(Given.Engine(), [], CancellationToken.None).ConfigureAwait(false);
        var made = Path.Combine(engine.Folder.Path, "made.parquet");
        await engine
            .RunAsync($"COPY ({query}) TO {engine.Dialect.Text(made)} (FORMAT parquet)", CancellationToken.None)
            .ConfigureAwait(false);
        File.Copy(made, path);
    }
}
