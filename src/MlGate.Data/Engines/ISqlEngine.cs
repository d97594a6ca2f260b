using System.Globalization;

namespace MlGate.Data.Engines;

/// <summary>
/// A session of an engine that computes where the data is. One query at a time; what is written is gone when the session is disposed.
/// </summary>
/// <remarks>
/// A query that fails throws <see cref="EngineException"/>, a full disk <see cref="IOException"/>, and one that is cancelled is stopped in
/// the engine, too, and throws <see cref="OperationCanceledException"/>.
/// </remarks>
internal interface ISqlEngine : IAsyncDisposable
{
    /// <summary>How the engine writes a query.</summary>
    ISqlDialect Dialect { get; }

    /// <summary>How rules of a gate file are understood.</summary>
    IRuleLanguage Rules { get; }

    /// <summary>The rows of a query. It is the same object for every row.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="streaming">Take rows as they are made, so that a reader that stops early stops the query too.</param>
    IAsyncEnumerable<IRow> ReadAsync(string query, CancellationToken cancel, bool streaming = false);

    /// <summary>The rows of a query that will be read several times.</summary>
    /// <returns>A table expression: a table, or the query itself where the engine may write none.</returns>
    Task<string> StageAsync(string query, CancellationToken cancel);
}

/// <summary>Queries of one row or none.</summary>
internal static class SqlEngineQueries
{
    /// <summary>The first row of a query, one object per column, null for NULL; empty for no row.</summary>
    public static async Task<object?[]> FirstAsync(this ISqlEngine engine, string query, CancellationToken cancel)
    {
        await foreach (var row in engine.ReadAsync(query, cancel).ConfigureAwait(false))
        {
            return row.Values();
        }

        return [];
    }

    /// <summary>The number of rows of a query.</summary>
    public static async Task<long> CountAsync(this ISqlEngine engine, string query, CancellationToken cancel) =>
        Convert.ToInt64(
            (await engine.FirstAsync($"SELECT count(*) FROM ({query}) AS counted", cancel).ConfigureAwait(false))[0],
            CultureInfo.InvariantCulture
        );

    /// <summary>Runs a query whose rows do not matter.</summary>
    public static async Task RunAsync(this ISqlEngine engine, string query, CancellationToken cancel)
    {
        await foreach (var _ in engine.ReadAsync(query, cancel).ConfigureAwait(false)) { }
    }

    /// <summary>The values of a row from a column on.</summary>
    public static object?[] Values(this IRow row, int from = 0)
    {
        var values = new object?[row.Count - from];
        for (var column = 0; column < values.Length; column++)
        {
            values[column] = row.Value(from + column);
        }

        return values;
    }
}
