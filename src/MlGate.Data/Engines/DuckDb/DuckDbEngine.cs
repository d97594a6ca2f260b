using System.Runtime.CompilerServices;
using DuckDB.NET.Data;
using MlGate.Data.Sources;
using MlGate.Data.Tables;
using MlGate.Tracing;

namespace MlGate.Data.Engines.DuckDb;

/// <summary>
/// DuckDB in this process: one locked-down connection. It reads the given files, spills into a private folder that is gone afterwards, and
/// can do nothing else.
/// </summary>
/// <remarks>It computes on the thread that calls it, so a session belongs on one that has nothing else to do. A thread for each query would
/// make every method on the way to it suspend, and a suspended method costs compiled code: a tenth of a second in a short run.</remarks>
internal sealed class DuckDbEngine : ISqlEngine
{
    private static readonly TimeSpan InterruptAgain = TimeSpan.FromMilliseconds(10);

    private readonly DuckDBConnection connection;
    private long staged;
    private long tables;

    private DuckDbEngine(DuckDBConnection connection, PrivateFolder folder)
    {
        (this.connection, Folder) = (connection, folder);
        Rules = new DuckDbRules(this);
    }

    /// <summary>The only place where the engine may write.</summary>
    public PrivateFolder Folder { get; }

    /// <inheritdoc/>
    public ISqlDialect Dialect => DuckDbDialect.Instance;

    /// <inheritdoc/>
    public IRuleLanguage Rules { get; }

    /// <param name="options">What the engine may use.</param>
    /// <param name="files">Absolute paths of all that it may read.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="staging">Will queries be staged? Then their rows live in a file and not in memory.</param>
    public static async Task<DuckDbEngine> OpenAsync(
        EngineOptions options,
        IEnumerable<string> files,
        CancellationToken cancel,
        bool staging = false
    )
    {
        var folder = PrivateFolder.Create(options.TemporaryRoot);
        DuckDBConnection? connection = null;
        try
        {
            var database = staging ? Path.Combine(folder.Path, "staging.duckdb") : ":memory:";
            connection = new DuckDBConnection("DataSource=" + database);
            connection.Open();
            var engine = new DuckDbEngine(connection, folder);
            await engine.RunAsync(string.Join("; ", LockDown(options, folder.Path, files)), cancel).ConfigureAwait(false);
            return engine;
        }
        catch (Exception problem)
        {
            Close(connection, folder);
            if (problem is DuckDBException && EngineDiskFailure.From(problem) is { } failure)
            {
                throw failure;
            }

            throw;
        }
    }

    /// <summary>Makes a table in memory one that SQL can name.</summary>
    /// <returns>A table expression: its columns are named <c>c0</c>, <c>c1</c>, … by position.</returns>
    public string Register(TypedTable table)
    {
        var name = "typed_table_" + Sql.Number(tables++);
        TableFunction.Register(connection.NativeConnection, name, table);
        return name + "()";
    }

    /// <inheritdoc/>
    public async Task<string> StageAsync(string query, CancellationToken cancel)
    {
        var name = "staged_" + Sql.Number(staged++);
        await this.RunAsync($"CREATE TABLE {name} AS {query}", cancel).ConfigureAwait(false);
        return name;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IRow> ReadAsync(string query, [EnumeratorCancellation] CancellationToken cancel, bool streaming = false)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        command.UseStreamingMode = streaming;

        // An interrupt is lost on a query that has not begun yet: it is repeated until the query ends.
        var interrupt = new Timer(_ => command.Cancel(), null, Timeout.InfiniteTimeSpan, InterruptAgain);
        await using var _ = interrupt.ConfigureAwait(false);
        using var registration = cancel.Register(() => interrupt.Change(TimeSpan.Zero, InterruptAgain));
        cancel.ThrowIfCancellationRequested();
        using var reader = Execute(command, cancel);
        var row = new DuckDbRow(reader);
        while (Interruptible(reader.Read, cancel))
        {
            yield return row;
        }
    }

    public ValueTask DisposeAsync()
    {
        Close(connection, Folder);
        return ValueTask.CompletedTask;
    }

    // The trace ends before the first row is read: what a reader does between its rows is no part of the query.
    private static DuckDBDataReader Execute(DuckDBCommand command, CancellationToken cancel)
    {
        using var trace = RunTrace.Start("sql", "DuckDB");
        trace?.SetTag("text", SqlShape.From(command.CommandText));
        return Interruptible(command.ExecuteReader, cancel);
    }

    // Closing writes what is still in memory, which fails on a full disk: the folder goes all the same.
    private static void Close(DuckDBConnection? connection, PrivateFolder folder)
    {
        try
        {
            connection?.Dispose();
        }
        catch (DuckDBException)
        {
            // What the session was for has been read, or has failed before.
        }
        finally
        {
            folder.Dispose();
        }
    }

    // The order matters: after the last line nothing of it can be taken back, by no SQL that a gate file could smuggle in.
    private static IEnumerable<string> LockDown(EngineOptions options, string folder, IEnumerable<string> files) =>
        [
            $"SET threads = {Sql.Number(Math.Max(1, options.Threads))}",
            $"SET memory_limit = '{Sql.Number(options.MemoryMegabytes)}MB'",
            $"SET temp_directory = {DuckDbSql.Text(Path.Combine(folder, "spill"))}",
            $"SET max_temp_directory_size = '{Sql.Number(options.SpillGigabytes)}GB'",
            "SET TimeZone = 'UTC'",
            "SET preserve_insertion_order = true",
            // A reader that stops early stops the query at once: what is made ahead of it is made in vain.
            "SET streaming_buffer_size = '4KB'",
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET allow_community_extensions = false",
            $"SET allowed_paths = {DuckDbSql.List(files.Order(StringComparer.Ordinal).Distinct().Select(DuckDbSql.Text))}",
            $"SET allowed_directories = {DuckDbSql.List([DuckDbSql.Text(folder)])}",
            "SET enable_external_access = false",
            "SET lock_configuration = true",
        ];

    private static T Interruptible<T>(Func<T> step, CancellationToken cancel)
    {
        try
        {
            return step();
        }
        catch (DuckDBException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (DuckDBException problem)
        {
            throw EngineDiskFailure.From(problem) as Exception ?? Failure(problem);
        }
    }

    private static EngineException Failure(DuckDBException problem) =>
        new(DuckDbReason.From(problem.Message), problem)
        {
            IsOutOfMemory = problem.Message.Contains("Out of Memory", StringComparison.Ordinal),
        };
}
