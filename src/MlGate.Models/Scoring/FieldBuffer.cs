using System.Globalization;
using MlGate.Runs;

namespace MlGate.Models.Scoring;

/// <summary>
/// Values of one input field in memory, read as ML.NET's text loader reads them; counts what is missing and what cannot be read.
/// </summary>
/// <param name="field">The field.</param>
/// <param name="delimited">Is the test set CSV or TSV? There the loader skips blanks at the start of a field.</param>
/// <param name="capacity">Rows that fit.</param>
internal sealed class FieldBuffer(InputField field, bool delimited, int capacity)
{
    private const int MostRowNumbers = 10;
    private readonly (decimal Min, decimal Max)? range = InputField.RangeOf(field.Raw);
    private readonly List<long> unreadRows = [];
    private long seen;

    /// <summary>
    /// The values: <c>float[]</c>, <c>double[]</c>, <c>long[]</c> (the bits of any whole number), <c>bool[]</c> or <c>string?[]</c>.
    /// </summary>
    public Array Values { get; } = NewArray(field.Raw, capacity);

    /// <summary>Rows without a value.</summary>
    public long Missing { get; private set; }

    /// <summary>Rows whose value is not of the type.</summary>
    public long Unread { get; private set; }

    /// <summary>Rows with a value of the type.</summary>
    public long Read { get; private set; }

    /// <summary>Numbers of the first rows, from 1, whose value is not of the type.</summary>
    public IReadOnlyList<long> UnreadRows => unreadRows;

    /// <summary>Takes rows of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="column">The field's column in the batch.</param>
    /// <param name="from">First row of the batch.</param>
    /// <param name="at">First place in the values.</param>
    /// <param name="count">How many rows.</param>
    public void Take(RowBatch batch, int column, int from, int at, int count)
    {
        var texts = column < batch.Unread.Count ? batch.Unread[column] : null;
        switch (Values, batch.Columns[column])
        {
            case (float[] values, float[] numbers):
                Each(count, row =>
                    values[at + row] = float.IsNaN(numbers[from + row]) ? (float)Real(texts?[from + row]) : Known(numbers[from + row])
                );
                break;
            case (double[] values, double[] numbers):
                Each(count, row =>
                    values[at + row] = double.IsNaN(numbers[from + row]) ? Real(texts?[from + row]) : Known(numbers[from + row])
                );
                break;
            case (long[] values, double[] numbers):
                Each(count, row =>
                    values[at + row] = double.IsNaN(numbers[from + row]) ? Whole(texts?[from + row]) : Whole(numbers[from + row])
                );
                break;
            case (long[] values, string?[] numbers):
                Each(count, row => values[at + row] = Whole(numbers[from + row]));
                break;
            case (bool[] values, string?[] words):
                Each(count, row => values[at + row] = Truth(words[from + row]));
                break;
            case (string?[] values, string?[] words):
                Each(count, row => values[at + row] = delimited ? words[from + row]?.TrimStart(' ') : words[from + row]);
                break;
            default:
                throw new ArgumentException("A batch of another type than was asked for.", nameof(batch));
        }
    }

    private static Array NewArray(Type raw, int length) =>
        raw == typeof(float) ? new float[length]
        : raw == typeof(double) ? new double[length]
        : raw == typeof(bool) ? new bool[length]
        : raw == typeof(ReadOnlyMemory<char>) ? new string?[length]
        : new long[length];

    private void Each(int count, Action<int> take)
    {
        for (var row = 0; row < count; row++)
        {
            seen++;
            take(row);
        }
    }

    private T Known<T>(T value)
    {
        Read++;
        return value;
    }

    private T NotRead<T>(T instead)
    {
        Unread++;
        if (unreadRows.Count < MostRowNumbers)
        {
            unreadRows.Add(seen);
        }

        return instead;
    }

    private bool IsMissing(string? text)
    {
        var missing = string.IsNullOrEmpty(text) || (delimited && text.AsSpan().IndexOfAnyExcept(' ') < 0);
        Missing += missing ? 1 : 0;
        return missing;
    }

    private double Real(string? text)
    {
        if (IsMissing(text))
        {
            return field.MissingIsZero ? 0 : double.NaN;
        }

        var plain = delimited ? text!.TrimStart(' ') : text!;
        return LoaderNumber.IsMissingMark(plain) ? double.NaN
            : LoaderNumber.TryParse(plain, out var value) || (!delimited && TryInfinity(plain, out value)) ? Known(value)
            : NotRead(double.NaN);
    }

    // As the engine writes an infinite number of a typed column.
    private static bool TryInfinity(string text, out double value)
    {
        value = text == "-inf" ? double.NegativeInfinity : double.PositiveInfinity;
        return text is "inf" or "-inf";
    }

    private long Whole(string? text) =>
        IsMissing(text) ? 0
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? Whole(exact)
        : NotRead(0L);

    private long Whole(double number) => Math.Abs(number) < 1e18 ? Whole((decimal)number) : NotRead(0L);

    private long Whole(decimal number) =>
        number != decimal.Truncate(number) || number < range!.Value.Min || number > range.Value.Max
            ? NotRead(0L)
            : Known(number > long.MaxValue ? unchecked((long)(ulong)number) : (long)number);

    private bool Truth(string? text) => !IsMissing(text) && (BooleanText.TryParse(text, out var value) ? Known(value) : NotRead(false));
}
