using System.Globalization;
using System.Numerics;
using System.Text;
using MlGate.Data.Profiles;
using MlGate.Data.Tables;
using MlGate.Gates;

namespace MlGate.Data.Tests;

public sealed class NumericCountsTests
{
    /// <summary>How many values, and the exponent of the scale: small sums, sums at the end of the quick way, and beyond it.</summary>
    public static TheoryData<int, int> Cases =>
        new()
        {
            { 0, 0 },
            { 1, 0 },
            { 3, 20 },
            { 2_048, 30 },
            { 5_001, 30 },
            { 5_001, 40 },
            { 5_001, 42 },
            { 5_001, 50 },
            { 5_001, 70 },
            { 5_001, -20 },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Sums_and_bins_are_those_of_one_value_after_the_other(int rows, int exponent)
    {
        // Arrange: halves are between two integers once they are scaled; some values are on an edge, and some are missing.
        var random = new Random(rows + exponent);
        var values = Enumerable
            .Range(0, rows)
            .Select(at => at % 7 == 3 ? (double?)null : Math.Round((random.NextDouble() - 0.5) * 4096) / 2)
            .ToList();
        double[] edges = [.. Enumerable.Range(-64, 129).Select(edge => edge * 16.0)];
        var (deviation, square) = (Math.ScaleB(1, exponent), Math.ScaleB(1, exponent / 2));
        var scales = new DeviationScales(deviation, 2.5 * deviation, square, 2.5 * square);

        // Act
        var (table, column) = TableOf(values);
        var counts = NumericCounts.From(table, column, scales, edges);

        // Assert
        var present = values.OfType<double>().ToList();
        Assert.Equal(present.Count, counts.Count);
        Assert.Equal((present.DefaultIfEmpty().Min(), present.DefaultIfEmpty().Max()), (counts.Min, counts.Max));
        Assert.Equal(Sum(present.Select(value => (value * deviation) - (2.5 * deviation))), counts.Deviations);
        Assert.Equal(Sum(present.Select(value => Math.Pow((value * square) - (2.5 * square), 2))), counts.Squares);
        var inBin = present.CountBy(value => edges.Count(edge => edge < value)).ToDictionary();
        Assert.Equal(Enumerable.Range(0, edges.Length + 1).Select(bin => (long)inBin.GetValueOrDefault(bin)), counts.Bins!);
    }

    [Fact]
    public void Extreme_values_are_counted_where_they_belong()
    {
        var (table, column) = TableOf([double.MaxValue, double.MinValue, 0, null, double.Epsilon]);

        var counts = NumericCounts.From(table, column, new DeviationScales(1, 0, 1, 0), [-1, 0, 1]);

        Assert.Equal((4, double.MinValue, double.MaxValue), (counts.Count, counts.Min, counts.Max));
        Assert.Equal([1, 1, 1, 1], counts.Bins!);
        Assert.Equal((BigInteger.Zero, BigInteger.Zero), (counts.Deviations, counts.Squares));
    }

    private static BigInteger Sum(IEnumerable<double> values) =>
        values
            .Select(value => Math.Abs(value) < Math.ScaleB(1, 63) ? new BigInteger(Math.Round(value)) : BigInteger.Zero)
            .Aggregate(BigInteger.Zero, BigInteger.Add);

    private static (TypedTable Table, TableColumn Column) TableOf(IReadOnlyList<double?> values)
    {
        var builder = new TableBuilder([ColumnType.Number], long.MaxValue);
        foreach (var value in values)
        {
            builder.BeginRow();
            if (value is { } number)
            {
                builder[0]!.Set(builder.At, Encoding.UTF8.GetBytes(number.ToString("R", CultureInfo.InvariantCulture)));
            }
            else
            {
                builder[0]!.SetMissing(builder.At);
            }

            builder.EndRow();
        }

        var table = TableBuilder.Join([builder])!;
        return (table, table.Columns[0]!);
    }
}
