using MlGate.Checks.Data.Constraints;
using MlGate.Gates;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class StrictCastTests
{
    [Theory]
    [InlineData("1e400", ColumnType.Number, "1 of them are beyond the range of a double")]
    [InlineData(
        "NaN",
        ColumnType.Number,
        "1 of them are 'NaN': if that means no value, add 'missing: [\"NaN\"]' to the dataset or the column"
    )]
    [InlineData("NAN", ColumnType.Number, "1 of them are NaN or infinite")]
    [InlineData("-Infinity", ColumnType.Number, "1 of them are NaN or infinite")]
    [InlineData("\"1,5\"", ColumnType.Number, "1 of them look like decimal commas")]
    [InlineData("0x10", ColumnType.Number, null)]
    [InlineData("१२", ColumnType.Number, null)]
    [InlineData("1_000", ColumnType.Number, null)]
    [InlineData(" 1", ColumnType.Number, "1 of them have blanks around them")]
    [InlineData("+1", ColumnType.Number, null)]
    [InlineData("1e", ColumnType.Number, null)]
    [InlineData(".", ColumnType.Number, null)]
    [InlineData("12345678901234567890", ColumnType.Integer, "1 of them are beyond 64 bits")]
    [InlineData("1.5", ColumnType.Integer, "1 of them have a decimal sign")]
    [InlineData("1.0", ColumnType.Integer, "1 of them have a decimal sign")]
    [InlineData("1e3", ColumnType.Integer, null)]
    [InlineData("0x10", ColumnType.Integer, null)]
    [InlineData("0b1", ColumnType.Integer, null)]
    [InlineData("१२", ColumnType.Integer, null)]
    [InlineData("1 ", ColumnType.Integer, "1 of them have blanks around them")]
    [InlineData("yes", ColumnType.Boolean, null)]
    [InlineData("t", ColumnType.Boolean, null)]
    [InlineData("2", ColumnType.Boolean, null)]
    [InlineData("2026-1-3", ColumnType.Date, null)]
    [InlineData("2026/11/30", ColumnType.Date, null)]
    [InlineData("2026-02-30", ColumnType.Date, null)]
    [InlineData("infinity", ColumnType.Date, null)]
    [InlineData("30.11.2026", ColumnType.Date, null)]
    [InlineData("2026-11-30T25:00:00", ColumnType.Timestamp, null)]
    [InlineData("now", ColumnType.Timestamp, null)]
    public async Task What_is_not_of_the_type_is_counted(string cell, ColumnType type, string? note)
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "v,w\n,1\n" + cell + ",1\n");

        var broken = (await Given.SoundProfile(path, Given.Gate(Given.Column("v", type)))).Broken("v", "type");

        Assert.Equal((1, 1, note), (broken.Count, broken.Of, broken.Note));
        Assert.Equal([2], broken.FirstRows);
    }

    [Theory]
    [InlineData("-0", ColumnType.Integer)]
    [InlineData("007", ColumnType.Integer)]
    [InlineData("-9223372036854775808", ColumnType.Integer)]
    [InlineData("-0", ColumnType.Number)]
    [InlineData(".5", ColumnType.Number)]
    [InlineData("5.", ColumnType.Number)]
    [InlineData("-1.5E-3", ColumnType.Number)]
    [InlineData("1e-400", ColumnType.Number)]
    [InlineData("TRUE", ColumnType.Boolean)]
    [InlineData("0", ColumnType.Boolean)]
    [InlineData("2024-02-29", ColumnType.Date)]
    [InlineData("2026-11-30", ColumnType.Timestamp)]
    [InlineData("2026-11-30T10:00:00Z", ColumnType.Timestamp)]
    [InlineData("2026-11-30 10:00:00.123+05:30", ColumnType.Timestamp)]
    public async Task What_is_of_the_type_passes(string cell, ColumnType type)
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "v,w\n" + cell + ",1\n");

        Assert.Equal(0, (await Given.SoundProfile(path, Given.Gate(Given.Column("v", type)))).Broken("v", "type").Count);
    }

    [Fact]
    public async Task A_moment_with_an_offset_is_compared_in_utc()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "v\n2026-01-01T00:30:00+01:00\n2026-01-01T00:00:00Z\n2026-01-01 00:00:00\n");
        var gate = Given.Gate(
            Given.Column("v", ColumnType.Timestamp) with
            {
                Constraints = [ColumnConstraints.After.Declare(Given.Moment("2026-01-01T00:00:00Z", "after"))],
            }
        );

        Assert.Equal([1], (await Given.SoundProfile(path, gate)).Violations["after"].FirstRows);
    }

    [Fact]
    public async Task An_empty_field_is_missing_quoted_or_not()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "v,w\n,1\n\"\",1\n");

        Assert.Equal(2, (await Given.SoundProfile(path, Given.Gate())).Columns[0].Missing);
    }
}
