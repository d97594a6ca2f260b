using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using MlGate.Data.Tables;
using MlGate.Gates;
using Native = DuckDB.NET.Native.NativeMethods;

namespace MlGate.Data.Engines.DuckDb;

/// <summary>Lets the engine read a table in memory as a function of SQL: it asks for the columns of a query, vector by vector.</summary>
internal static unsafe partial class TableFunction
{
    /// <summary>Registers a function without parameters that gives a table's rows, in order.</summary>
    public static void Register(DuckDBNativeConnection connection, string name, TypedTable table)
    {
        var function = Native.TableFunction.DuckDBCreateTableFunction();
        try
        {
            Native.TableFunction.DuckDBTableFunctionSetName(function, name);
            Native.TableFunction.DuckDBTableFunctionSetExtraInfo(function, Handle(table), &Free);
            Native.TableFunction.DuckDBTableFunctionSetBind(function, &Bind);
            Native.TableFunction.DuckDBTableFunctionSetInit(function, &Begin);
            Native.TableFunction.DuckDBTableFunctionSetFunction(function, &Fill);
            Native.TableFunction.DuckDBTableFunctionSupportsProjectionPushdown(function, true);
            if (Native.TableFunction.DuckDBRegisterTableFunction(connection, function) != DuckDBState.Success)
            {
                throw new InvalidOperationException("The engine takes no table function");
            }
        }
        finally
        {
            Native.TableFunction.DuckDBDestroyTableFunction(ref function);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint info)
    {
        var table = Target<TypedTable>(Native.TableFunction.DuckDBBindGetExtraInfo(info));
        foreach (var (index, column) in Kept(table))
        {
            using var type = Native.LogicalType.DuckDBCreateLogicalType(TypeOf(column));
            Native.TableFunction.DuckDBBindAddResultColumn(info, "c" + Sql.Number(index), type);
        }

        Native.TableFunction.DuckDBBindSetCardinality(info, (ulong)table.Rows, true);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Begin(nint info)
    {
        var table = Target<TypedTable>(Native.TableFunction.DuckDBInitGetExtraInfo(info));
        var kept = Kept(table).Select(column => column.Column).ToList();
        var asked = new TableColumn?[Native.TableFunction.DuckDBInitGetColumnCount(info)];
        for (var at = 0; at < asked.Length; at++)
        {
            // A query that only counts rows asks for a column that is none.
            var index = Native.TableFunction.DuckDBInitGetColumnIndex(info, (ulong)at);
            asked[at] = index < (ulong)kept.Count ? kept[(int)index] : null;
        }

        Native.TableFunction.DuckDBInitSetInitData(info, Handle(new Reading(table, asked)), &Free);
        SetMaxThreads(info, (ulong)Math.Max(1, table.Vectors));
    }

    // Several threads of the engine may call it at once. Nothing in it throws: all it does is copy.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(nint info, nint output)
    {
        var reading = Target<Reading>(Native.TableFunction.DuckDBFunctionGetInitData(info));
        var vector = reading.Next();
        var count = vector < reading.Table.Vectors ? reading.Table.LengthOf(vector) : 0;
        for (var at = 0; at < reading.Columns.Length && count > 0; at++)
        {
            if (reading.Columns[at] is { } column)
            {
                Copy(column, vector, count, DataChunkGetVector(output, (ulong)at));
            }
        }

        DataChunkSetSize(output, (ulong)count);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint handle) => GCHandle.FromIntPtr(handle).Free();

    private static void Copy(TableColumn column, int vector, int count, nint target)
    {
        var values = new Span<byte>(Native.Vectors.DuckDBVectorGetData(target), TableColumn.VectorLength * sizeof(TextValue));
        column.CopyTo(vector, count, values);
        var present = column.Present(vector);
        if (!present.IsEmpty)
        {
            Native.Vectors.DuckDBVectorEnsureValidityWritable(target);
            present.CopyTo(new Span<ulong>(Native.Vectors.DuckDBVectorGetValidity(target), present.Length));
        }
    }

    private static IEnumerable<(int Index, TableColumn Column)> Kept(TypedTable table) =>
        table.Columns.Index().Where(column => column.Item is not null).Select(column => (column.Index, column.Item!));

    private static DuckDBType TypeOf(TableColumn column) =>
        column.Type switch
        {
            ColumnType.Integer => DuckDBType.BigInt,
            ColumnType.Number => DuckDBType.Double,
            ColumnType.Boolean => DuckDBType.Boolean,
            ColumnType.Date => DuckDBType.Date,
            ColumnType.Timestamp => DuckDBType.Timestamp,
            _ => DuckDBType.Varchar,
        };

    private static nint Handle(object target) => GCHandle.ToIntPtr(GCHandle.Alloc(target));

    private static T Target<T>(nint handle)
        where T : class => Unsafe.As<T>(GCHandle.FromIntPtr(handle).Target!);

    // The binding has no function for it, and wraps a chunk in an object.
    [LibraryImport("duckdb", EntryPoint = "duckdb_init_set_max_threads")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void SetMaxThreads(nint info, ulong threads);

    [LibraryImport("duckdb", EntryPoint = "duckdb_data_chunk_get_vector")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial nint DataChunkGetVector(nint chunk, ulong column);

    [LibraryImport("duckdb", EntryPoint = "duckdb_data_chunk_set_size")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial void DataChunkSetSize(nint chunk, ulong size);

    /// <summary>One query's way through a table.</summary>
    private sealed class Reading(TypedTable table, TableColumn?[] columns)
    {
        private int next = -1;

        public TypedTable Table => table;

        public TableColumn?[] Columns => columns;

        public int Next() => Interlocked.Increment(ref next);
    }
}
