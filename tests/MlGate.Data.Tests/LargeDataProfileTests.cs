using System.Globalization;
using MlGate.Gates;
using MlGate.Testing;

namespace MlGate.Data.Tests;

/// <summary>Profiles of data that is too large to be exact in everything.</summary>
public sealed class LargeDataProfileTests
{
    [Fact]
    public async Task Large_data_has_the_moments_and_nearly_the_quantiles_of_its_values()
    {
        using var folder = new TempFolder();
        var path = folder["big.csv"];
        LargeFile.Write(path, 400_000);

        var profile = await Given.SoundProfile(path, LargeFile.Gate);

        Assert.Equal(400_000, profile.Rows);
        foreach (var index in new[] { 0, 1, 2 })
        {
            var values = PlainCsv
                .Column(path, index)
                .Where(text => text.Length > 0)
                .Select(text => double.Parse(text, CultureInfo.InvariantCulture))
                .Order()
                .ToArray();
            var numbers = profile.Columns[index].Numbers!;
            var mean = values.Average();
            var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
            Assert.Equal(mean, numbers.Mean, deviation * 1e-9);
            Assert.Equal(deviation, numbers.StandardDeviation, deviation * 1e-9);
            for (var at = 0; at < numbers.Quantiles.Count; at++)
            {
                // The ranks that the answer holds must reach the wanted one.
                var below = (double)values.Count(value => value < numbers.Quantiles[at]) / values.Length;
                var upTo = (double)values.Count(value => value <= numbers.Quantiles[at]) / values.Length;
                Assert.InRange(Profiles.NumericStatistics.Shares[at], below - 0.02, upTo + 0.02);
            }
        }

        Assert.Equal(40, profile.Columns[3].Distinct);
        Assert.Equal(400_000, profile.Columns[3].Top.Sum(count => count.Count));
        Assert.Equal(399_000, profile.Columns[4].Top.First(count => count.Value == "common").Count);
        Assert.Equal(1_001, profile.Columns[4].Distinct);
    }

    [Fact]
    public async Task Quantiles_of_large_data_are_exact_at_values_that_repeat()
    {
        // Arrange: sorted, so that no sample of the first rows knows the rest; half of "zero" is 0, a tenth of "price" is 9.5, and "late"
        // is 7 in 3 of 4 rows after a million others.
        using var folder = new TempFolder();
        var path = folder["atoms.csv"];
        var random = new Random(21);
        const int Rows = 600_000;
        using (var writer = new StreamWriter(path))
        {
            writer.Write("zero,price,late,tail\n");
            for (var row = 0; row < Rows; row++)
            {
                var zero = row % 2 == 0 ? 0 : random.NextDouble() - 0.5;
                var price = row % 10 < 2 ? 9.5 : Math.Round(19 * random.NextDouble(), 2);
                var late = row < Rows / 4 ? random.NextDouble() : 7;
                var tail = Math.Exp(20 * (random.NextDouble() - 0.5));
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{zero:R},{price:R},{late:R},{tail:R}\n"));
            }
        }

        // Act
        var profile = await Given.SoundProfile(
            path,
            Given.Gate([.. new[] { "zero", "price", "late", "tail" }.Select(name => Given.Column(name, ColumnType.Number))])
        );

        // Assert
        Assert.Equal(0, profile.Columns[0].Numbers!.Quantiles[4]);
        Assert.Equal(9.5, profile.Columns[1].Numbers!.Quantiles[4]);
        Assert.Equal([7.0, 7, 7, 7, 7], profile.Columns[2].Numbers!.Quantiles.Skip(4));
        Assert.All(profile.Columns, column =>
        {
            var values = PlainCsv
                .Column(path, profile.Columns.ToList().IndexOf(column))
                .Select(text => double.Parse(text, CultureInfo.InvariantCulture))
                .Order()
                .ToArray();
            for (var at = 0; at < column.Numbers!.Quantiles.Count; at++)
            {
                var below = (double)values.Count(value => value < column.Numbers.Quantiles[at]) / values.Length;
                var upTo = (double)values.Count(value => value <= column.Numbers.Quantiles[at]) / values.Length;
                Assert.InRange(Profiles.NumericStatistics.Shares[at], below - 0.02, upTo + 0.02);
            }
        });
    }

    [Fact]
    public async Task Distinct_counts_of_large_data_are_marked_as_estimates_and_lie_within_three_standard_errors()
    {
        using var folder = new TempFolder();
        var path = folder["big.csv"];
        LargeFile.Write(path, 400_000);

        var profile = await Given.SoundProfile(path, LargeFile.Gate);

        Assert.True(profile.Columns[0].IsDistinctEstimated);
        Assert.InRange(profile.Columns[0].Distinct!.Value, 400_000 * 0.6, 400_000 * 1.4);
        Assert.False(profile.Columns[3].IsDistinctEstimated);
    }
}
