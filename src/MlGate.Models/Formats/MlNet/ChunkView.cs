using Microsoft.ML;
using Microsoft.ML.Data;
using MlGate.Models.Scoring;

namespace MlGate.Models.Formats.MlNet;

/// <summary>
/// Rows in memory as ML.NET wants to see them: with the model's own input schema, whose columns that no output needs are empty.
/// </summary>
/// <param name="schema">The model's input schema.</param>
/// <param name="columns">Per index of a column its values: one array, or one per slot of a vector.</param>
/// <param name="rows">How many rows there are.</param>
internal sealed class ChunkView(DataViewSchema schema, IReadOnlyDictionary<int, Array[]> columns, int rows) : IDataView
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => schema;

    public long? GetRowCount() => rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(schema, columns, rows, [.. columnsNeeded.Select(column => column.Index)]);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(DataViewSchema schema, IReadOnlyDictionary<int, Array[]> columns, int rows, HashSet<int> active)
        : DataViewRowCursor
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
            (ValueGetter<TValue>?)(
                column.Type is VectorDataViewType vector
                    ? OfSlots(vector, columns.GetValueOrDefault(column.Index))
                    : OfValue<TValue>(columns.GetValueOrDefault(column.Index))
            ) ?? throw new InvalidOperationException($"Column '{column.Name}' has no values of the type {typeof(TValue).Name}.");

        private Delegate? OfValue<T>(Array[]? values)
        {
            if (values is null)
            {
                return Empty<T>();
            }

            var at = FieldValues.At<T>(values[0]);
            return (ValueGetter<T>)((ref T value) => value = at(row));
        }

        private Delegate? OfSlots(VectorDataViewType type, Array[]? values) =>
            values is null ? null
            : type.ItemType.RawType == typeof(float) ? Slots<float>(values)
            : type.ItemType.RawType == typeof(double) ? Slots<double>(values)
            : type.ItemType.RawType == typeof(bool) ? Slots<bool>(values)
            : type.ItemType.RawType == typeof(int) ? Slots<int>(values)
            : type.ItemType.RawType == typeof(long) ? Slots<long>(values)
            : type.ItemType.RawType == typeof(ReadOnlyMemory<char>) ? Slots<ReadOnlyMemory<char>>(values)
            : null;

        private ValueGetter<VBuffer<T>> Slots<T>(Array[] values)
        {
            Func<int, T>[] at = [.. values.Select(FieldValues.At<T>)];
            return (ref VBuffer<T> value) =>
            {
                var editor = VBufferEditor.Create(ref value, at.Length);
                for (var slot = 0; slot < at.Length; slot++)
                {
                    editor.Values[slot] = at[slot](row);
                }

                value = editor.Commit();
            };
        }

        private static ValueGetter<T> Empty<T>()
        {
            var empty =
                typeof(T) == typeof(float) ? (T)(object)float.NaN
                : typeof(T) == typeof(double) ? (T)(object)double.NaN
                : default!;
            return (ref T value) => value = empty;
        }
    }
}
