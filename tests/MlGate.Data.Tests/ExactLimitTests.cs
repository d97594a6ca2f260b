using MlGate.Checks.Data.Constraints;
using MlGate.Gates;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class ExactLimitTests
{
    private static readonly string[] Ids = ["1234567890123456789", "1234567890123456790", "1234567890123456700"];

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.jsonl")]
    [InlineData("a.parquet")]
    public async Task Limits_of_integers_beyond_2_53_are_exact(string name)
    {
        // Arrange
        using var folder = new TempFolder();
        var gate = Given.Gate(
            Given.Column("id", ColumnType.Integer) with
            {
                Constraints =
                [
                    ColumnConstraints.In.Declare(Given.Of<IReadOnlyList<string>>([Ids[0], Ids[2]], "in")),
                    ColumnConstraints.Max.Declare(Exact(Ids[0], "max")),
                    ColumnConstraints.Min.Declare(Exact("1234567890123456701", "min")),
                ],
            }
        );

        // Act
        var profile = await Given.SoundProfile(Write(folder, name, "id", Ids), gate);

        // Assert
        Assert.Equal([2], profile.Violations["in"].FirstRows);
        Assert.Equal([2], profile.Violations["max"].FirstRows);
        Assert.Equal([3], profile.Violations["min"].FirstRows);
    }

    [Theory]
    [InlineData("1.5", "1.5", 1, 2)]
    [InlineData("-1e30", "1e30", 0, 0)]
    [InlineData("1e30", "-1e30", 3, 3)]
    [InlineData("9223372036854775808", "-9223372036854775809", 3, 3)]
    [InlineData("9223372036854775807", "-9223372036854775808", 2, 3)]
    public async Task Limits_of_integers_may_be_fractions_and_beyond_64_bits(string min, string max, long under, long over)
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "n\n1\n2\n9223372036854775807\n");
        var gate = Given.Gate(
            Given.Column("n", ColumnType.Integer) with
            {
                Constraints = [ColumnConstraints.Min.Declare(Exact(min, "min")), ColumnConstraints.Max.Declare(Exact(max, "max"))],
            }
        );

        var profile = await Given.SoundProfile(path, gate);

        Assert.Equal((under, over), (profile.Violations["min"].Count, profile.Violations["max"].Count));
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.jsonl")]
    [InlineData("a.parquet")]
    public async Task Different_integers_that_share_a_double_do_not_repeat(string name)
    {
        using var folder = new TempFolder();
        var gate = Given.Gate(Given.Column("n", ColumnType.Number) with { Constraints = [Given.Unique("unique")] });

        var different = await Given.SoundProfile(
            Write(folder, name, "n", ["9007199254740992", "9007199254740993", "9007199254740995", "5"]),
            gate
        );
        var repeated = await Given.SoundProfile(
            Write(folder, "again-" + name, "n", ["9007199254740993", "9007199254740992", "9007199254740993", "5", "5"]),
            gate
        );

        Assert.Equal(0, different.Violations["unique"].Count);
        Assert.Equal([3, 5], repeated.Violations["unique"].FirstRows);
    }

    [Fact]
    public async Task Equal_numbers_that_are_written_differently_repeat_beyond_2_53_too()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "n\n9007199254740993.0\n9007199254740993\n1.0\n1\n");

        var profile = await Given.SoundProfile(
            path,
            Given.Gate(Given.Column("n", ColumnType.Number) with { Constraints = [Given.Unique("unique")] })
        );

        Assert.Equal([2, 4], profile.Violations["unique"].FirstRows);
    }

    [Fact]
    public async Task Limits_are_rounded_to_the_precision_of_the_column()
    {
        // Arrange
        using var folder = new TempFolder();
        var path = ParquetFile.Write(
            folder,
            "a.parquet",
            "SELECT * FROM (VALUES (0.1::FLOAT, 0.1::DOUBLE), (0.7::FLOAT, 0.7::DOUBLE)) t(f, d)"
        );
        var gate = Given.Gate(Column("f"), Column("d")) with
        {
            Constraints = [Given.Rule("f", "f <= 0.7 and f >= 0.1"), Given.Rule("d", "d <= 0.7 and d >= 0.1")],
        };

        // Act
        var profile = await Given.SoundProfile(path, gate);

        // Assert
        Assert.All(profile.Violations, found => Assert.Equal((found.Key, 0), (found.Key, found.Value.Count)));

        static ColumnGate Column(string name) =>
            Given.Column(name, ColumnType.Number) with
            {
                Constraints =
                [
                    ColumnConstraints.Min.Declare(Given.Limit(0.1, name + ".min")),
                    ColumnConstraints.Max.Declare(Given.Limit(0.7, name + ".max")),
                    ColumnConstraints.In.Declare(Given.Of<IReadOnlyList<string>>(["0.1", "0.7"], name + ".in")),
                ],
            };
    }

    [Fact]
    public async Task The_next_single_beyond_a_limit_breaks_it()
    {
        using var folder = new TempFolder();
        var path = ParquetFile.Write(folder, "a.parquet", "SELECT 0.70000005::FLOAT AS f UNION ALL SELECT 0.7::FLOAT");
        var gate = Given.Gate(
            Given.Column("f", ColumnType.Number) with
            {
                Constraints =
                [
                    ColumnConstraints.Max.Declare(Given.Limit(0.7, "max")),
                    ColumnConstraints.Min.Declare(Given.Limit(1e300, "min")),
                ],
            }
        );

        var profile = await Given.SoundProfile(path, gate);

        Assert.Equal([1], profile.Violations["max"].FirstRows);
        Assert.Equal(2, profile.Violations["min"].Count);
    }

    [Theory]
    [InlineData("d: { type: date }", "2026-11-29,2026-11-30", "2026-11-30", 1)]
    [InlineData("d: { type: date }", "2026-11-29,2026-11-30", "2026-11-29|2026-11-30", 0)]
    [InlineData("d: { type: timestamp }", "2026-11-29T10:00:00Z,2026-11-30 10:00:00", "2026-11-29T11:00:00+01:00", 1)]
    [InlineData("d: { type: timestamp }", "2026-11-29T10:00:00Z,2026-11-30 10:00:00", "2026-11-29T10:00:00Z|2026-11-30 10:00:00", 0)]
    public async Task A_domain_of_dates_and_moments_is_judged_by_value(string declared, string values, string domain, long outside)
    {
        using var folder = new TempFolder();
        var type = declared.Contains("date", StringComparison.Ordinal) ? ColumnType.Date : ColumnType.Timestamp;
        var gate = Given.Gate(
            Given.Column("d", type) with
            {
                Constraints = [ColumnConstraints.In.Declare(Given.Of<IReadOnlyList<string>>(domain.Split('|'), "in"))],
            }
        );

        foreach (
            var path in new[]
            {
                folder.Write("a.csv", "d\n" + values.Replace(',', '\n') + "\n"),
                folder.Write("a.jsonl", string.Concat(values.Split(',').Select(value => $"{{\"d\":\"{value}\"}}\n"))),
            }
        )
        {
            Assert.Equal(
                (outside, 2),
                ((await Given.SoundProfile(path, gate)).Violations["in"].Count, (await Given.SoundProfile(path, gate)).Violations["in"].Of)
            );
        }
    }

    private static Declared<GateNumber> Exact(string text, string id) =>
        GateNumber.TryParse(text, out var number) ? Given.Of(number, id) : throw new FormatException(text);

    private static string Write(TempFolder folder, string name, string column, string[] values) =>
        Path.GetExtension(name) switch
        {
            ".csv" => folder.Write(name, column + "\n" + string.Join('\n', values) + "\n"),
            ".jsonl" => folder.Write(name, string.Concat(values.Select(value => $"{{\"{column}\":{value}}}\n"))),
            _ => ParquetFile.Write(folder, name, $"SELECT unnest([{string.Join(", ", values)}])::BIGINT AS {column}"),
        };
}
