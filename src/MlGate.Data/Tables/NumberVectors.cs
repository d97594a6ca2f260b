namespace MlGate.Data.Tables;

/// <summary>The present values of a column of numbers as doubles, with one zero.</summary>
internal static class NumberVectors
{
    /// <summary>Can the column's values be read?</summary>
    public static bool Has(TableColumn? column) => column is IntegerColumn or NumberColumn;

    /// <summary>Copies the present values of a vector.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">One of its columns, of integers or numbers.</param>
    /// <param name="vector">The vector.</param>
    /// <param name="target">Room for a whole vector.</param>
    /// <returns>How many they are.</returns>
    public static int Copy(TypedTable table, TableColumn column, int vector, Span<double> target)
    {
        var length = table.LengthOf(vector);
        if (column is NumberColumn numbers)
        {
            var values = numbers.Values(vector);
            for (var at = 0; at < length; at++)
            {
                target[at] = values[at] + 0.0;
            }
        }
        else
        {
            var values = ((IntegerColumn)column).Values(vector);
            for (var at = 0; at < length; at++)
            {
                target[at] = values[at];
            }
        }

        var present = column.Present(vector);
        return present.IsEmpty ? length : Compact(target[..length], present);
    }

    private static int Compact(Span<double> values, ReadOnlySpan<ulong> present)
    {
        var count = 0;
        for (var at = 0; at < values.Length; at++)
        {
            values[count] = values[at];
            count += (int)(present[at >> 6] >> (at & 63)) & 1;
        }

        return count;
    }
}
