using System.Collections;
using System.Globalization;
using System.Numerics;

namespace MlGate.Data.Profiles;

/// <summary>Aggregates that one scan computes together; each is asked for by its SQL and read by its number.</summary>
internal sealed class AggregateQuery
{
    private readonly List<string> aggregates = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private object?[] values = [];

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

    public object? Raw(int number) => values[number];
}
