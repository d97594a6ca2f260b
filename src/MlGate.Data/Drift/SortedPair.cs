using System.Buffers;
using MlGate.Data.Columns;
using MlGate.Data.Sources;
using MlGate.Data.Tables;
using MlGate.Profiles;

namespace MlGate.Data.Drift;

/// <summary>A number column of two versions in memory, few enough values to be sorted there.</summary>
internal sealed class SortedPair
{
    // Both sides are held sorted, and one of them twice while it is.
    private const int MostRows = 2 << 20;

    private readonly string name;
    private readonly ValuesInMemory old;
    private readonly ValuesInMemory current;

    private SortedPair(string name, ValuesInMemory old, ValuesInMemory current) =>
        (this.name, this.old, this.current) = (name, old, current);

    /// <summary>The column; null if it is not of numbers, not in memory, or too long.</summary>
    public static SortedPair? From(DataSource baseline, TypedColumn old, DataSource candidate, TypedColumn current) =>
        old.IsNumber
        && ValuesInMemory.From(baseline, old) is { } one
        && ValuesInMemory.From(candidate, current) is { } other
        && Math.Max(one.Table.Rows, other.Table.Rows) <= MostRows
            ? new SortedPair(old.Column.Name, one, other)
            : null;

    /// <summary>Both distributions over one support.</summary>
    /// <param name="mostPoints">Most values that are kept as they are.</param>
    public PairedDistribution Merge(int mostPoints)
    {
        var rows = (int)Math.Max(old.Table.Rows, current.Table.Rows);
        var (pool, buffers) = (ArrayPool<double>.Shared, new double[3][]);
        try
        {
            for (var at = 0; at < buffers.Length; at++)
            {
                buffers[at] = pool.Rent(rows);
            }

            var (one, other, spare) = (buffers[0], buffers[1], buffers[2]);
            var count = SortedNumbers.Copy(old.Table, old.Column, one, spare);
            var otherCount = SortedNumbers.Copy(current.Table, current.Column, other, spare);
            return Merge(one.AsSpan(0, count), other.AsSpan(0, otherCount), mostPoints);
        }
        finally
        {
            foreach (var buffer in buffers.Where(buffer => buffer is not null))
            {
                pool.Return(buffer);
            }
        }
    }

    private PairedDistribution Merge(ReadOnlySpan<double> one, ReadOnlySpan<double> other, int mostPoints)
    {
        var support = new Support(one.Length, other.Length, Math.Max(Largest(one), Largest(other)), mostPoints);
        var (at, otherAt) = (0, 0);
        while (at < one.Length || otherAt < other.Length)
        {
            var value =
                at == one.Length ? other[otherAt]
                : otherAt == other.Length ? one[at]
                : Math.Min(one[at], other[otherAt]);
            support.Add(value, Take(one, ref at, value), Take(other, ref otherAt, value));
        }

        return support.Pair(name);
    }

    private static double Largest(ReadOnlySpan<double> sorted) =>
        sorted.Length == 0 ? 0 : Math.Max(Math.Abs(sorted[0]), Math.Abs(sorted[^1]));

    // How often a value stands at a place of sorted values, which moves on behind it.
    private static int Take(ReadOnlySpan<double> sorted, ref int at, double value)
    {
        var start = at;
        while (at < sorted.Length && sorted[at].Equals(value))
        {
            at++;
        }

        return at - start;
    }
}
