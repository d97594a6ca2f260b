using DuckDB.NET.Data;
using MlGate.Data.Tables;
using MlGate.Tracing;

namespace MlGate.Data.Engine;

/// <summary>
/// One locked-down connection: it reads the given files, spills into a private folder that is gone afterwards, and can do nothing else.
/// </summary>
internal sealed class EngineSession : IDisposable
{
    private readonly DuckDBConnection connection;
    private readonly DirectoryInfo folder;
    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);

    private long copies;
    private long tables;

    private EngineSession(DuckDBConnection connection, DirectoryInfo folder) => (this.connection, this.folder) = (connection, folder);

    /// <summary>The private folder: the only place where the engine may write.</summary>
    public string Folder => folder.FullName;

    /// <summary>A path that the engine takes for one file: it would read <c>*</c>, <c>?</c> and <c>[</c> of a name as a glob.</summary>
    public string PathOf(string file)
    {
        if (file.AsSpan().IndexOfAny("*?[") < 0)
        {
            return file;
        }

        var link = Path.Combine(Folder, Sql.Number(links.Count) + Path.GetExtension(file));
        if (links.TryAdd(file, link))
        {
            File.CreateSymbolicLink(link, file);
        }

        return links[file];
    }

    /// <summary>A path in the private folder that no file has.</summary>
    /// <param name="ending">How its name ends, with the dot.</param>
    public string NewFile(string ending) => Path.Combine(Folder, "copy-" + Sql.Number(copies++) + ending);

    /// <param name="options">What the engine may use.</param>
    /// <param name="files">Absolute paths of all that it may read.</param>
    /// <param name="staging">Will tables be written? Then they live in a file and not in memory.</param>
    public static EngineSession Open(EngineOptions options, IEnumerable<string> files, bool staging = false)
    {
        var folder = PrivateFolder(options.TemporaryRoot);
        DuckDBConnection? connection = null;
        try
        {
            var database = staging ? Path.Combine(folder.FullName, "staging.duckdb") : ":memory:";
            connection = new DuckDBConnection("DataSource=" + database);
            connection.Open();
            var session = new EngineSession(connection, folder);
            session.Run(string.Join("; ", LockDown(options, folder.FullName, files)), CancellationToken.None);

            return session;
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

    /// <summary>Runs a statement whose rows do not matter.</summary>
    public void Run(string sql, CancellationToken cancel)
    {
        foreach (var _ in Rows(sql, cancel)) { }
    }

    /// <summary>The rows of a query, in order. The reader is the same object for every row.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="cancel">Interrupts the query.</param>
    /// <param name="streaming">Take rows as they are made, so that a reader that stops early stops the query too.</param>
    public IEnumerable<DuckDBDataReader> Rows(string sql, CancellationToken cancel, bool streaming = false)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = streaming;
        using var registration = cancel.Register(command.Cancel);
        cancel.ThrowIfCancellationRequested();
        using var reader = Traced(sql, () => Interruptible(() => command.ExecuteReader(), cancel));
        while (Interruptible(reader.Read, cancel))
        {
            yield return reader;
        }
    }

    // Ends before the first row is read: what a reader does between its rows is no part of the query.
    private static DuckDBDataReader Traced(string sql, Func<DuckDBDataReader> execute)
    {
        using var trace = RunTrace.Start("sql", "DuckDB");
        trace?.SetTag("text", SqlShape.From(sql));
        return execute();
    }

    /// <summary>The first row of a query, one object per column, null for NULL.</summary>
    public object?[] Row(string sql, CancellationToken cancel)
    {
        foreach (var reader in Rows(sql, cancel))
        {
            var values = new object?[reader.FieldCount];
            for (var column = 0; column < values.Length; column++)
            {
                values[column] = reader.IsDBNull(column) ? null : reader.GetValue(column);
            }

            return values;
        }

        return [];
    }

    public DuckDBConnection Connection => connection;

    public void Dispose()
    {
        Close(connection, folder);
    }

    // Closing writes what is still in memory, which fails on a full disk: the folder goes all the same.
    private static void Close(DuckDBConnection? connection, DirectoryInfo folder)
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
            folder.Refresh();
            if (folder.Exists)
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static DirectoryInfo PrivateFolder(string root)
    {
        var path = Path.Combine(root, "mlgate-data-" + Guid.NewGuid().ToString("N"));
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // The order matters: after the last line nothing of it can be taken back, by no SQL that a gate file could smuggle in.
    private static IEnumerable<string> LockDown(EngineOptions options, string folder, IEnumerable<string> files) =>
        [
            $"SET threads = {Sql.Number(Math.Max(1, options.Threads))}",
            $"SET memory_limit = '{Sql.Number(options.MemoryMegabytes)}MB'",
            $"SET temp_directory = {Sql.Text(Path.Combine(folder, "spill"))}",
            $"SET max_temp_directory_size = '{Sql.Number(options.SpillGigabytes)}GB'",
            "SET TimeZone = 'UTC'",
            "SET preserve_insertion_order = true",
            // A reader that stops early stops the query at once: what is made ahead of it is made in vain.
            "SET streaming_buffer_size = '4KB'",
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET allow_community_extensions = false",
            $"SET allowed_paths = {Sql.List(files.Order(StringComparer.Ordinal).Distinct().Select(Sql.Text))}",
            $"SET allowed_directories = {Sql.List([Sql.Text(folder)])}",
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
        catch (DuckDBException problem) when (EngineDiskFailure.From(problem) is { } failure)
        {
            throw failure;
        }
    }
}
