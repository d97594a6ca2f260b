using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlGate.Models.Formats.MlNet;

/// <summary>Reads a model's own decision, <c>PredictedLabel</c>, as the index of the predicted class; NaN where there is none.</summary>
internal static class DecisionReader
{
    /// <summary>Can decisions of this type be read?</summary>
    /// <param name="type">The column's type.</param>
    /// <param name="classes">The classes in the order of the scores; null for a binary classification.</param>
    public static bool CanRead(DataViewType type, IReadOnlyList<string>? classes) =>
        type switch
        {
            KeyDataViewType { RawType: var raw, Count: var count } => classes is not null
                && raw == typeof(uint)
                && count == (ulong)classes.Count,
            BooleanDataViewType => classes is null,
            TextDataViewType => true,
            NumberDataViewType => classes is not null
                && (
                    type.RawType == typeof(float)
                    || type.RawType == typeof(double)
                    || type.RawType == typeof(int)
                    || type.RawType == typeof(long)
                ),
            _ => false,
        };

    /// <summary>A getter for the cursor's row.</summary>
    /// <param name="cursor">The cursor.</param>
    /// <param name="column">The decision's column.</param>
    /// <param name="classes">The classes in the order of the scores; empty for a binary classification.</param>
    /// <param name="positive">The positive class of a binary classification.</param>
    public static Func<double> Create(
        DataViewRowCursor cursor,
        DataViewSchema.Column column,
        IReadOnlyList<string> classes,
        string? positive
    ) =>
        column.Type switch
        {
            KeyDataViewType => From<uint>(cursor, column, key => key == 0 ? double.NaN : key - 1),
            BooleanDataViewType => From<bool>(cursor, column, value => value ? 1 : 0),
            TextDataViewType when classes.Count == 0 => From<ReadOnlyMemory<char>>(cursor, column, text => text.IsEmpty ? double.NaN
                : text.Span.SequenceEqual(positive) ? 1
                : 0),
            TextDataViewType => From<ReadOnlyMemory<char>>(cursor, column, Place<ReadOnlyMemory<char>>(classes, text => text.ToString())),
            _ when column.Type.RawType == typeof(float) => From<float>(
                cursor,
                column,
                Place<float>(classes, number => number.ToString(CultureInfo.InvariantCulture))
            ),
            _ when column.Type.RawType == typeof(double) => From<double>(
                cursor,
                column,
                Place<double>(classes, number => number.ToString(CultureInfo.InvariantCulture))
            ),
            _ when column.Type.RawType == typeof(int) => From<int>(
                cursor,
                column,
                Place<int>(classes, number => number.ToString(CultureInfo.InvariantCulture))
            ),
            _ => From<long>(cursor, column, Place<long>(classes, number => number.ToString(CultureInfo.InvariantCulture))),
        };

    private static Func<double> From<T>(DataViewRowCursor cursor, DataViewSchema.Column column, Func<T, double> index)
    {
        var getter = cursor.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return index(value);
        };
    }

    private static Func<T, double> Place<T>(IReadOnlyList<string> classes, Func<T, string> text)
    {
        var places = classes.Index().ToDictionary(item => item.Item, item => (double)item.Index, StringComparer.Ordinal);
        return value => places.GetValueOrDefault(text(value), double.NaN);
    }
}
