using System.Numerics;
using DuckDB.NET.Data;

namespace MlGate.Data.Engines.DuckDb;

/// <summary>The current row of a reader.</summary>
internal sealed class DuckDbRow(DuckDBDataReader reader) : IRow
{
    public int Count { get; } = reader.FieldCount;

    public bool IsMissing(int column) => reader.IsDBNull(column);

    public long Integer(int column) => reader.GetInt64(column);

    public double Number(int column) => reader.GetDouble(column);

    public float Single(int column) => reader.GetFloat(column);

    public bool Truth(int column) => reader.GetBoolean(column);

    public string Text(int column) => reader.GetString(column);

    public UInt128 Hash(int column) => (UInt128)reader.GetFieldValue<BigInteger>(column);

    public object? Value(int column) => reader.IsDBNull(column) ? null : reader.GetValue(column);
}
