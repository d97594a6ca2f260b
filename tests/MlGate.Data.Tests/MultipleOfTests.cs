using System.Globalization;
using MlGate.Checks.Data.Constraints;
using MlGate.Gates;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class MultipleOfTests
{
    [Theory]
    [InlineData("6", "0,6,-6,600,9223372036854775806", "7,-1,9223372036854775807,-9223372036854775808")]
    [InlineData("1", "0,-3,9223372036854775807", "")]
    [InlineData("0.5", "0,-3,7", "")]
    [InlineData("2.5", "0,5,-5,10", "1,2,-4")]
    [InlineData("9007199254740993", "0,9007199254740993,-9007199254740993", "9007199254740992,1")]
    [InlineData("1e30", "0", "1,-1,9223372036854775807")]
    public async Task Integers_are_judged_exactly(string step, string valid, string broken) =>
        await AssertText(ColumnType.Integer, step, valid, broken);

    [Theory]
    [InlineData("0.1", "0,0.3,0.30000000000000004,-0.7,1e3,.5", "0.35,-0.05,0.1001")]
    [InlineData("0.01", "19.99,-0.01,123456789.01,1234567890123.45", "19.995,0.001,123456789.015")]
    [InlineData("0.05", "0.1,12.35,-99.95,1e15", "0.12,12.34,-99.94")]
    [InlineData("3", "0,3.0,-9,3e2,9007199254740990", "1,-2,3.000001,9007199254740992,1e15")]
    [InlineData("1000", "0,1700000000000000", "1700000000000100,1700000000000001")]
    [InlineData("1", "0,1e15,4503599627370495", "1000000000000000.5,0.5")]
    [InlineData("1e-300", "0,1,1e308,-0.3", "")]
    [InlineData("1e6", "0,-2e6,3000000", "1,0.001,1.5e6")]
    [InlineData("1e300", "0,-2e300", "1.5e300,-1e299")]
    public async Task Numbers_may_be_away_by_their_rounding(string step, string valid, string broken) =>
        await AssertText(ColumnType.Number, step, valid, broken);

    [Fact]
    public async Task Stored_decimals_are_judged_exactly_to_38_digits()
    {
        const string Values =
            "(0), (0.05), (-0.05), (12345678901234567890123456789012.35), (12345678901234567890123456789012.34), (-0.01), (0.07)";

        await AssertParquet($"SELECT v::DECIMAL(38,2) AS v FROM (VALUES {Values}) t(v)", "0.05", [5, 6, 7], of: 7);
    }

    [Fact]
    public async Task Decimals_and_a_step_with_more_digits_are_compared_by_value() =>
        await AssertParquet("SELECT v::DECIMAL(9,1) AS v FROM (VALUES (0.5), (0.3), (-1.0), (0.1)) t(v)", "0.125", [2, 4], of: 4);

    [Fact]
    public async Task Stored_integers_under_the_type_number_are_judged_exactly() =>
        await AssertParquet("SELECT unnest([9007199254740993, 9007199254740992, -3])::BIGINT AS v", "3", [2], of: 3);

    [Fact]
    public async Task Single_precision_has_its_own_rounding() =>
        await AssertParquet("SELECT unnest([0.3, 0.1, -12.7, 0.35, 1000.05])::FLOAT AS v", "0.1", [4, 5], of: 5);

    [Fact]
    public async Task A_large_number_of_single_precision_is_judged_where_its_type_holds_it() =>
        await AssertParquet("SELECT unnest([1000000.5, 1000000, 16777216, 3])::FLOAT AS v", "1", [1], of: 4);

    [Fact]
    public async Task Missing_values_and_values_of_another_type_are_not_judged()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "v,w\n,1\nabc,1\n6,1\n5,1\n");

        var found = (await Given.SoundProfile(path, Gate(ColumnType.Integer, "6"))).Violations["multiple-of"];

        Assert.Equal((1, 2), (found.Count, found.Of));
        Assert.Equal([4], found.FirstRows);
    }

    [Fact]
    public async Task Another_step_is_another_profile()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "v\n6\n4\n");
        var profiles = new Profiles.DataProfiles(Given.Engine(), remember: true);

        async Task<long> Broken(string step) =>
            (await profiles.ScanAsync(Gate(ColumnType.Integer, step), path)).Value!.Violations["multiple-of"].Count;

        Assert.Equal((1, 1, 0), (await Broken("6"), await Broken("4"), await Broken("2")));
    }

    [Theory]
    [InlineData("0.01")]
    [InlineData("0.25")]
    [InlineData("0.3")]
    [InlineData("7")]
    public async Task Numbers_with_few_digits_are_judged_like_decimals(string step)
    {
        // Arrange: decimals of few digits, which a double tells apart at any of these steps.
        var random = new Random(20261130);
        var values = Enumerable
            .Range(0, 2_000)
            .Select(at => Math.Round((decimal)((random.NextDouble() - 0.5) * Math.Pow(10, at % 9)), at % 4))
            .ToList();
        var exact = decimal.Parse(step, CultureInfo.InvariantCulture);
        var expected = values.Count(value => value % exact != 0);

        // Act, assert
        using var folder = new TempFolder();
        var text = "v\n" + string.Join('\n', values.Select(value => value.ToString(CultureInfo.InvariantCulture))) + "\n";
        var found = (await Given.SoundProfile(folder.Write("a.csv", text), Gate(ColumnType.Number, step))).Violations["multiple-of"];
        Assert.Equal((expected, 2_000), (found.Count, found.Of));
    }

    private static async Task AssertText(ColumnType type, string step, string valid, string broken)
    {
        using var folder = new TempFolder();
        string[] all = [.. valid.Split(','), .. broken.Split(',', StringSplitOptions.RemoveEmptyEntries)];
        var expected = Enumerable.Range(valid.Split(',').Length + 1, all.Length - valid.Split(',').Length).Select(row => (long)row);
        string[] paths =
        [
            folder.Write("a.csv", "v,w\n" + string.Concat(all.Select(value => value + ",1\n"))),
            folder.Write("a.jsonl", string.Concat(all.Select(value => $"{{\"v\":{(value[0] == '.' ? "0" : "")}{value}}}\n"))),
        ];

        foreach (var path in paths)
        {
            var found = (await Given.SoundProfile(path, Gate(type, step))).Violations["multiple-of"];
            Assert.Equal((all.Length, expected.Count()), (found.Of, found.Count));
            Assert.Equal(expected, found.FirstRows);
        }
    }

    private static async Task AssertParquet(string query, string step, IReadOnlyList<long> broken, long of)
    {
        using var folder = new TempFolder();
        var path = ParquetFile.Write(folder, "a.parquet", query);

        var found = (await Given.SoundProfile(path, Gate(ColumnType.Number, step))).Violations["multiple-of"];

        Assert.Equal(broken, found.FirstRows);
        Assert.Equal((broken.Count, of), (found.Count, found.Of));
    }

    private static DatasetGate Gate(ColumnType type, string step) =>
        Given.Gate(
            Given.Column("v", type) with
            {
                Constraints =
                [
                    ColumnConstraints.MultipleOf.Declare(
                        Given.Of(GateNumber.TryParse(step, out var number) ? number : throw new ArgumentException(step), "multiple-of")
                    ),
                ],
            }
        );
}
