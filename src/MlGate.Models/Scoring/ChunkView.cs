using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlGate.Models.Scoring;

/// <summary>Rows in memory as ML.NET wants to see them: with the model's own input schema, whose columns that no score needs are empty.</summary>
internal sealed class ChunkView(DataViewSchema schema, IReadOnlyDictionary<int, Array> columns, int rows) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => schema;

    public long? GetRowCount() => rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(schema, columns, rows, [.. columnsNeeded.Select(column => column.Index)]);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(DataViewSchema schema, IReadOnlyDictionary<int, Array> columns, int rows, HashSet<int> active) : DataViewRowCursor
    {
        private int row = -1;

        public override DataViewSchema Schema => schema;

        public override long Position => row;

        public override long Batch => 0;

        public override bool MoveNext()
        {
            row = row + 1 < rows ? row + 1 : rows;
            return row < rows;
        }

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)row, 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
            Getter(column.Type, columns.GetValueOrDefault(column.Index)) as ValueGetter<TValue>
            ?? throw new InvalidOperationException($"Column '{column.Name}' has no values of the type {typeof(TValue).Name}.");

        private Delegate Getter(DataViewType type, Array? values) => (type, values) switch
        {
            (TextDataViewType, string?[] texts) => (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> value) => value = texts[row].AsMemory()),
            (BooleanDataViewType, string?[] texts) => (ValueGetter<bool>)((ref bool value) => _ = BooleanText.TryParse(texts[row], out value)),
            (NumberDataViewType, float[] numbers) => (ValueGetter<float>)((ref float value) => value = numbers[row]),
            (NumberDataViewType, double[] numbers) when type.RawType == typeof(double) => (ValueGetter<double>)((ref double value) => value = numbers[row]),
            (NumberDataViewType, double[] numbers) => Whole(type.RawType, numbers),
            (TextDataViewType, null) => Empty<ReadOnlyMemory<char>>(),
            (BooleanDataViewType, null) => Empty<bool>(),
            (_, null) when type.RawType == typeof(float) => (ValueGetter<float>)((ref float value) => value = float.NaN),
            (_, null) when type.RawType == typeof(double) => (ValueGetter<double>)((ref double value) => value = double.NaN),
            (_, null) when type is not VectorDataViewType => (Delegate)EmptyOf(type.RawType),
            _ => throw new InvalidOperationException("A column of a type that one column of a test set cannot fill."),
        };

        private Delegate Whole(Type type, double[] numbers) =>
            type == typeof(sbyte) ? (ValueGetter<sbyte>)((ref sbyte value) => value = (sbyte)numbers[row])
            : type == typeof(byte) ? (ValueGetter<byte>)((ref byte value) => value = (byte)numbers[row])
            : type == typeof(short) ? (ValueGetter<short>)((ref short value) => value = (short)numbers[row])
            : type == typeof(ushort) ? (ValueGetter<ushort>)((ref ushort value) => value = (ushort)numbers[row])
            : type == typeof(int) ? (ValueGetter<int>)((ref int value) => value = (int)numbers[row])
            : type == typeof(uint) ? (ValueGetter<uint>)((ref uint value) => value = (uint)numbers[row])
            : type == typeof(long) ? (ValueGetter<long>)((ref long value) => value = (long)numbers[row])
            : (ValueGetter<ulong>)((ref ulong value) => value = (ulong)numbers[row]);

        private static Delegate EmptyOf(Type type) =>
            type == typeof(sbyte) ? Empty<sbyte>()
            : type == typeof(byte) ? Empty<byte>()
            : type == typeof(short) ? Empty<short>()
            : type == typeof(ushort) ? Empty<ushort>()
            : type == typeof(int) ? Empty<int>()
            : type == typeof(uint) ? Empty<uint>()
            : type == typeof(long) ? Empty<long>()
            : type == typeof(ulong) ? Empty<ulong>()
            : type == typeof(DateTime) ? Empty<DateTime>()
            : throw new InvalidOperationException("A column of a type that has no empty value.");

        private static ValueGetter<T> Empty<T>() => static (ref T value) => value = default!;
    }
}
