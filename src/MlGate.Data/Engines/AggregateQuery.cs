using System.Collections;
using System.Globalization;
using System.Numerics;

namespace MlGate.Data.Engines;

/// <summary>Aggregates that one scan computes together; each is asked for by its SQL and read by its number.</summary>
/// <param name="dialect">How the engine writes SQL.</param>
internal sealed class AggregateQuery(ISqlDialect dialect)
{
    private readonly List<string> aggregates = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private object?[] values = [];

    public ISqlDialect Dialect => dialect;

    public bool IsEmpty => aggregates.Count == 0;

    /// <summary>Is there an answer?</summary>
    public bool IsFilled => values.Length > 0;

    public string Select => string.Join(", ", aggregates);

    public int Add(string aggregate)
    {
        if (!numbers.TryGetValue(aggregate, out var number))
        {
            number = numbers[aggregate] = aggregates.Count;
            aggregates.Add(aggregate);
        }

        return number;
    }

    public void Fill(object?[] row) => values = row;

    public bool IsPresent(int number) => values[number] is not null;

    public long Count(int number) =>
        values[number] switch
        {
            null => 0,
            BigInteger big => (long)big,
            var other => Convert.ToInt64(other, CultureInfo.InvariantCulture),
        };

    public double? Number(int number) => values[number] is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;

    public BigInteger Big(int number) => values[number] is BigInteger value ? value : default;

    /// <summary>Counts per text; empty for none.</summary>
    public Dictionary<string, long> Counts(int number) =>
        values[number] is IDictionary map
            ? map
                .Keys.Cast<string>()
                .ToDictionary(key => key, key => Convert.ToInt64(map[key], CultureInfo.InvariantCulture), StringComparer.Ordinal)
            : [];

    /// <summary>A list of numbers; null where there is none.</summary>
    public IReadOnlyList<double>? Numbers(int number) =>
        values[number] is IEnumerable list
            ? [.. list.Cast<object>().Select(value => Convert.ToDouble(value, CultureInfo.InvariantCulture))]
            : null;

    /// <summary>Counts per number; empty for none.</summary>
    public IEnumerable<(double Value, long Count)> Histogram(int number) =>
        values[number] is IDictionary map
            ? map
                .Keys.Cast<object>()
                .Select(key =>
                    (Convert.ToDouble(key, CultureInfo.InvariantCulture), Convert.ToInt64(map[key], CultureInfo.InvariantCulture))
                )
            : [];
}
