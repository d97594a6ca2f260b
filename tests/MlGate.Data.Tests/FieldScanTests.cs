using System.Text;
using MlGate.Checks.Data.Constraints;
using MlGate.Data.Engines;
using MlGate.Data.Sources;
using MlGate.Gates;
using MlGate.Testing;
using static MlGate.Data.Tests.ScannedFields;

namespace MlGate.Data.Tests;

public sealed class FieldScanTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("-0", 1)]
    [InlineData("007", 1)]
    [InlineData("123456789012345678", 1)]
    [InlineData("-123456789012345678", 1)]
    [InlineData("1234567890123456789", 2)]
    [InlineData("12345678901234567890", 2)]
    [InlineData("123456789012345678901", 16)]
    [InlineData("1.5", 2)]
    [InlineData("-.5", 2)]
    [InlineData("5.", 2)]
    [InlineData("-58.571428571428571", 2)]
    [InlineData("1234567890.12345678901", 2)]
    [InlineData("0.00012345678901234567", 2)]
    [InlineData("-12345678901234567890.12345678", 2)]
    [InlineData("123456789012345678901.1", 16)]
    [InlineData("-12345678901234567890.1234567890", 16)]
    [InlineData(".", 16)]
    [InlineData("-", 16)]
    [InlineData("-.", 16)]
    [InlineData("--1", 16)]
    [InlineData("1-", 16)]
    [InlineData("1.2.3", 16)]
    [InlineData("1e3", 64)]
    [InlineData("-1.5E-05", 64)]
    [InlineData(".5e+99", 64)]
    [InlineData("5.e0", 64)]
    [InlineData("12345678901234567890e1", 64)]
    [InlineData("123456789012345678901e1", 16)]
    [InlineData("1e100", 16)]
    [InlineData("1e", 16)]
    [InlineData("1e-", 16)]
    [InlineData("e5", 16)]
    [InlineData(".e5", 16)]
    [InlineData("1.2.3e5", 16)]
    [InlineData("1e5e5", 16)]
    [InlineData("1e+-5", 16)]
    [InlineData("--1e5", 16)]
    [InlineData("0x10", 16)]
    [InlineData("1_000", 16)]
    [InlineData("+1", 16)]
    [InlineData(" 1", 16)]
    [InlineData("1 ", 16)]
    [InlineData("१२", 16)]
    [InlineData("nan", 16)]
    [InlineData("2026-01-31", 4)]
    [InlineData("2028-02-29", 4)]
    [InlineData("2026-02-29", 16)]
    [InlineData("2026-13-01", 16)]
    [InlineData("2026-00-10", 16)]
    [InlineData("2026-01-00", 16)]
    [InlineData("0000-01-01", 16)]
    [InlineData("true", 32)]
    [InlineData("FALSE", 32)]
    [InlineData("truth", 16)]
    [InlineData("2026/01/01", 16)]
    [InlineData("-026-01-01", 16)]
    [InlineData("2026-01-01 23:59:59", 8)]
    [InlineData("2026-01-01 24:00:00", 16)]
    [InlineData("2026-01-01 00:60:00", 16)]
    [InlineData("2026-01-01 00:00:60", 16)]
    [InlineData("2026-02-30 00:00:00", 16)]
    [InlineData("2026-01-01T00:00:00", 8)]
    [InlineData("2026-01-01x00:00:00", 16)]
    [InlineData("2026-01-01  0:00:00", 16)]
    [InlineData("2026-01-01 00:00:0 ", 16)]
    [InlineData("2026-01-01 00:00:00Z", 16)]
    [InlineData("1111111111111111111111111111111", 16)]
    [InlineData("11111111111111111111111111111111", 16)]
    [InlineData("111111111111111111111111111111111111111111", 16)]
    [InlineData("", 0)]
    public void A_field_has_the_shape_of_the_first_pattern_that_it_matches(string cell, int shape)
    {
        using var folder = new TempFolder();

        foreach (
            var (text, column) in new[]
            {
                ($"a,b\n{cell},x\n", 0),
                ($"a,b\nx,{cell}\n", 1),
                ($"a,b\r\nx,{cell}\r\n", 1),
                ($"a,b\nx,{cell}", 1),
            }
        )
        {
            var scan = Scan(folder.Write("a.csv", text), 2);

            Assert.Equal((FieldShapes)shape, scan.Shapes(column));
            Assert.Equal(FieldShapes.Other, scan.Shapes(1 - column));
        }
    }

    [Theory]
    [InlineData("a,b\n1,2\"\n")]
    [InlineData("a,b\n1,\"2\n")]
    [InlineData("a,b\n1,\"2\"3\n")]
    [InlineData("a,b\n\"1\"\"\",\"2\n3,4\n")]
    [InlineData("\"a,b\n1,2\n")]
    [InlineData("a,b\n1,2\n\n3,4\n")]
    [InlineData("a,b\n1,2\n3\n")]
    [InlineData("a,b\n1,2\n3,4,5\n")]
    [InlineData("a,b\n1\r,2\n")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("a\rb,c\n1,2\n")]
    public void Nothing_is_known_of_text_that_is_not_plain(string text)
    {
        using var folder = new TempFolder();

        var scan = Scan(folder.Write("a.csv", text), 2);

        Assert.Equal((FieldShapes.Other, FieldShapes.Other), (scan.Shapes(0), scan.Shapes(1)));
        Assert.False(scan.Climbs(0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_known_of_the_fields_changes_no_result(bool sound)
    {
        // Arrange: the same values, once with a last row in quotes, so that the patterns decide.
        using var folder = new TempFolder();
        var rows = new StringBuilder("id,n,x,day,at,c,b\n");
        var (months, days, hours, no) = sound ? (12, 28, 24, "False") : (13, 31, 25, "0");
        for (var row = 0; row < 300_000; row++)
        {
            rows.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{row},{(row % 7 == 0 ? "" : row % 5_000 - 2_000)},{row % 977 / 8.0},2026-{(row % months) + 1:00}-{(row % days) + 1:00},"
                    + $"2026-01-{(row % days) + 1:00}{(row % 2 == 0 ? ' ' : 'T')}{row % hours:00}:00:59,"
                    + $"c{row % 60},{(row % 3 == 0 ? "true" : no)}\n"
            );
        }

        var plain = folder.Write("plain.csv", rows + "300000,1,2,2026-01-01,2026-01-01 00:00:00,c1,TRUE\n");
        var quoted = folder.Write("quoted.csv", rows + "\"300000\",\"1\",\"2\",\"2026-01-01\",\"2026-01-01 00:00:00\",\"c1\",\"TRUE\"\n");
        var gate = Given.Gate(
            Given.Column("id", ColumnType.Integer) with
            {
                Constraints = [Given.Unique("unique")],
            },
            Given.Column("n", ColumnType.Integer) with
            {
                Constraints = [ColumnConstraints.Min.Declare(Given.Limit(-1_900.0, "min"))],
            },
            Given.Column("x", ColumnType.Number),
            Given.Column("day", ColumnType.Date),
            Given.Column("at", ColumnType.Timestamp),
            Given.Column("c", ColumnType.Category) with
            {
                Constraints =
                [
                    ColumnConstraints.In.Declare(
                        Given.Of<IReadOnlyList<string>>([.. Enumerable.Range(0, 58).Select(at => "c" + at)], "in")
                    ),
                ],
            },
            Given.Column("b", ColumnType.Boolean)
        );

        // Act
        var (known, unknown) = (await Given.SoundProfile(plain, gate), await Given.SoundProfile(quoted, gate));

        // Assert
        Assert.Equal(FieldShapes.Integer, Scan(plain, 7).Shapes(0));
        Assert.True(Scan(quoted, 7).Shapes(0).HasFlag(FieldShapes.Other));
        Assert.Equal(unknown.Text(), known.Text());
        Assert.Equal((10_000, 300_001), (known.Violations["in"].Count, known.Violations["in"].Of));
        Assert.Equal(!sound, known.Broken("at", "type").Count > 0 && known.Broken("day", "type").Count > 0);
        Assert.Equal(
            sound
                ? (FieldShapes.Date, FieldShapes.Moment, FieldShapes.Truth)
                : (FieldShapes.Date | FieldShapes.Other, FieldShapes.Moment | FieldShapes.Other, FieldShapes.Truth | FieldShapes.Integer),
            (Scan(plain, 7).Shapes(3), Scan(plain, 7).Shapes(4), Scan(plain, 7).Shapes(6))
        );
    }

    [Fact]
    public async Task A_check_of_how_a_number_is_written_sees_it_as_it_is_written()
    {
        using var folder = new TempFolder();
        var gate = Given.Gate(
            Given.Column("n", ColumnType.Integer) with
            {
                Constraints = [ColumnConstraints.Regex.Declare(Given.Of("[0-9]{3}", "regex"))],
            },
            Given.Column("m", ColumnType.Number) with
            {
                Constraints = [ColumnConstraints.MaxLength.Declare(Given.Of(3L, "length"))],
            }
        );

        var profile = await Given.SoundProfile(folder.Write("a.csv", "n,m\n007,1.0\n7,1.00\n"), gate);

        Assert.Equal([2], profile.Violations["regex"].FirstRows);
        Assert.Equal([2], profile.Violations["length"].FirstRows);
    }

    [Theory]
    [InlineData("a,b\n1,\"x\"\n2,\"y,\"\"z\"\"\n7\"\n3,\n")]
    [InlineData("\"a\nA\",b\r\n1,\"x\"\r\n2,\"\"\r\n3,\"y\r\ny\"\r\n")]
    public void Quotes_in_one_column_hide_nothing_of_another(string text)
    {
        using var folder = new TempFolder();

        var scan = Scan(folder.Write("a.csv", text), 2);

        Assert.Equal((FieldShapes.Integer, FieldShapes.Other), (scan.Shapes(0), scan.Shapes(1)));
        Assert.True(scan.Climbs(0));
    }

    [Fact]
    public void Rows_longer_than_what_is_looked_at_are_not_known()
    {
        using var folder = new TempFolder();

        Assert.Equal(FieldShapes.Other, Scan(folder.Write("a.csv", "a,b\n1," + new string('x', 1 << 21) + "\n2,y\n"), 2).Shapes(0));
        Assert.Equal(
            FieldShapes.Integer,
            Scan(folder.Write("b.csv", "a,b\n1," + new string('x', 1 << 19) + "\n2," + new string('y', 1 << 19) + "\n3,z"), 2).Shapes(0)
        );
    }

    [Fact]
    public async Task The_engine_sees_integers_wherever_integers_are_known()
    {
        // Arrange
        using var folder = new TempFolder();
        var random = new Random(5);
        string[] cells = ["1", "2", "-34", "", "5", "\"6\"", "\"a\nb\"", "\"a,\"\"1\"", "x", "1.5", "\"", "7\r", " 8", "\n", "9,9"];
        string[] ends = ["\n", "\r\n"];
        var gate = Given.Gate([
            .. new[] { "a", "b" }.Select(name =>
                Given.Column(name, ColumnType.Text) with
                {
                    Constraints = [ColumnConstraints.Regex.Declare(Given.Of("-?[0-9]{1,18}", name)), Given.Unique(name + ".unique")],
                }
            ),
        ]);
        var (known, sound) = (0, 0);

        for (var round = 0; round < 80; round++)
        {
            // Act
            var end = ends[random.Next(2)];
            var plain = random.Next(5, 16);
            var rows = Enumerable.Range(0, random.Next(1, 5)).Select(_ => cells[random.Next(5)] + "," + cells[random.Next(plain)] + end);
            var path = folder.Write($"{round}.csv", "a,b" + end + string.Concat(rows));
            var scan = Scan(path, 2);
            var profile = (await Given.Profile(path, gate)).Value;

            // Assert
            sound += profile is null ? 0 : 1;
            foreach (var (name, column) in new[] { ("a", 0), ("b", 1) })
            {
                if (profile is not null && (scan.Shapes(column) & ~FieldShapes.Integer) == 0)
                {
                    known++;
                    Assert.Equal(0, profile.Violations[name].Count);
                    Assert.Equal(scan.Shapes(column) == FieldShapes.None, profile.Columns[column].Present == 0);
                }
            }
        }

        Assert.True(known > 25 && sound > 25, $"{known} {sound}");
    }
}
