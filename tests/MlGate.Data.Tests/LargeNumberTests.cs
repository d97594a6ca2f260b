using System.Globalization;
using System.Text;
using MlGate.Data.Inference;
using MlGate.Gates;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class LargeNumberTests
{
    private static readonly DatasetGate Gate = Given.Gate(Given.Column("y", ColumnType.Number));

    // One of five values is x, the others are 1 to 4: for large x the deviation is x/√5.
    [Theory]
    [InlineData("1e153")]
    [InlineData("1e155")]
    [InlineData("-1e200")]
    [InlineData("-1.7976931348623157e308")]
    public async Task The_deviation_of_large_numbers_is_finite(string large)
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", $"y\n{large}\n1\n2\n3\n4\n");
        var value = double.Parse(large, CultureInfo.InvariantCulture);

        var numbers = (await Given.SoundProfile(path, Gate)).Columns[0].Numbers!;

        Assert.Equal(Math.Abs(value) / Math.Sqrt(5), numbers.StandardDeviation, Math.Abs(value) * 1e-6);
        Assert.Equal(value / 5, numbers.Mean, Math.Abs(value) * 1e-9);
        Assert.All(numbers.Quantiles, quantile => Assert.True(double.IsFinite(quantile)));
    }

    [Fact]
    public async Task The_largest_numbers_of_both_signs_are_profiled()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "y\n1.7976931348623157e308\n-1.7976931348623157e308\n0\n");

        var numbers = (await Given.SoundProfile(path, Gate)).Columns[0].Numbers!;

        Assert.Equal(0, numbers.Mean);
        Assert.Equal(double.MaxValue, numbers.StandardDeviation, double.MaxValue * 1e-6);
        Assert.Equal(0, numbers.Quantiles[4]);
        Assert.All(numbers.Quantiles, quantile => Assert.True(double.IsFinite(quantile)));
    }

    [Fact]
    public async Task One_large_number_among_many_rows_is_profiled()
    {
        using var folder = new TempFolder();
        var path = folder["a.csv"];
        using (var writer = new StreamWriter(path))
        {
            writer.Write("y,padding\n");
            for (var row = 0; row < 300_000; row++)
            {
                writer.Write(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{(row == 150_001 ? "-1.7976931348623157e308" : row % 1_000)},{new string('x', 60)}\n"
                    )
                );
            }
        }

        var numbers = (await Given.SoundProfile(path, Gate)).Columns[0].Numbers!;

        Assert.True(new FileInfo(path).Length > 16 << 20);
        Assert.Equal(-double.MaxValue, numbers.Min);
        Assert.Equal(double.MaxValue / Math.Sqrt(300_000), numbers.StandardDeviation, double.MaxValue * 1e-6);
        Assert.All(numbers.Quantiles, quantile => Assert.True(double.IsFinite(quantile)));
    }

    [Fact]
    public async Task Numbers_of_309_and_more_digits_are_no_numbers()
    {
        // Arrange
        using var folder = new TempFolder();
        var (fits, beyond) = (new string('1', 309), "9" + new string('1', 308));
        var text = new StringBuilder("y\n")
            .Append(fits)
            .Append('\n')
            .Append(beyond)
            .Append("\n-")
            .Append(new string('1', 400))
            .Append("\n1e309\n1e308\n1\n");

        // Act
        var profile = await Given.SoundProfile(folder.Write("a.csv", text.ToString()), Gate);
        var json = await Given.SoundProfile(folder.Write("a.jsonl", $"{{\"y\":{beyond}}}\n{{\"y\":1}}\n"), Gate);

        // Assert
        Assert.Equal([2, 3, 4], profile.Broken("y", "type").FirstRows);
        Assert.Equal("3 of them are beyond the range of a double", profile.Broken("y", "type").Note);
        Assert.Equal([1], json.Broken("y", "type").FirstRows);
        Assert.Equal(1, json.Columns[0].Numbers!.Max);
    }

    [Theory]
    [InlineData("1e155")]
    [InlineData("-1.7976931348623157e308")]
    [InlineData("1.7976931348623157e308")]
    public async Task An_inferred_schema_of_large_numbers_is_finite_and_kept(string large)
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", $"y\n{large}\n0.5\n2\n3\n4\n-7\n");

        var column = Assert.Single(
            (await new SchemaInference(Given.Engine()).InferAsync(Given.Files(path), CancellationToken.None)).Value!.Columns
        );

        Assert.Equal(ColumnType.Number, column.Type);
        var range = RangeProposal.For(column);
        Assert.All(new[] { range.Min, range.Max }, bound => Assert.True(bound is null || double.IsFinite(bound.Value)));
    }
}
