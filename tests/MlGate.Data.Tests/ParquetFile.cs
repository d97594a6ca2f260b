using MlGate.Data.Engine;
using MlGate.Testing;

namespace MlGate.Data.Tests;

/// <summary>Writes a Parquet file of a query.</summary>
internal static class ParquetFile
{
    public static string Write(TempFolder folder, string name, string query)
    {
        using var session = EngineSession.Open(Given.Engine(), []);
        var made = Path.Combine(session.Folder, "made.parquet");
        session.Run($"COPY ({query}) TO {Sql.Text(made)} (FORMAT parquet)", CancellationToken.None);
        File.Copy(made, folder[name]);
        return folder[name];
    }
}
