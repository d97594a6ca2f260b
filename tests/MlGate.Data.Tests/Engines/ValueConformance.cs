using System.Globalization;
using MlGate.Data.Engines;
using MlGate.Gates;

namespace MlGate.Data.Tests.Engines;

/// <summary>Literals, casts and conditions.</summary>
public abstract class ValueConformance : SqlEngineConformance
{
    [Theory]
    [InlineData("it's")]
    [InlineData("\\'; --")]
    [InlineData("\\")]
    [InlineData("two\nlines\tand \"quotes\"")]
    [InlineData("Straße 𝄞")]
    public async Task A_text_is_nothing_but_text(string text) => Assert.Equal(text, await ValueAsync(sql => sql.AsText(sql.Text(text))));

    [Theory]
    [InlineData(0.1)]
    [InlineData(-1.7976931348623157e308)]
    [InlineData(5e-324)]
    [InlineData(1234567890123456789.0)]
    public async Task A_number_keeps_all_its_digits(double number) => Assert.Equal(number, await ValueAsync(sql => sql.Number(number)));

    [Fact]
    public async Task A_number_of_single_precision_equals_a_stored_one() =>
        Assert.Equal(
            1,
            (await AggregateAsync(sql => sql.CountIf($"c0 = {sql.Single(0.1)}"), Rows(StoredFamily.Single, "0.1", "0.2"))).Count(0)
        );

    [Fact]
    public async Task A_moment_keeps_its_microseconds()
    {
        var moment = new DateTime(2026, 2, 28, 23, 59, 59, DateTimeKind.Utc).AddMicroseconds(123_456);

        Assert.Equal(
            2,
            (
                await AggregateAsync(
                    sql => sql.CountIf($"{sql.Cast(Column(StoredFamily.Text), ColumnType.Timestamp).Value} >= {sql.Moment(moment)}"),
                    Rows(StoredFamily.Text, "2026-02-28 23:59:59.123455", "2026-02-28 23:59:59.123456", "2026-03-01")
                )
            ).Count(0)
        );
    }

    [Theory]
    [InlineData(ColumnType.Integer, "42", "42")]
    [InlineData(ColumnType.Integer, "-007", "-7")]
    [InlineData(ColumnType.Integer, "9223372036854775807", "9223372036854775807")]
    [InlineData(ColumnType.Integer, "9223372036854775808", null)]
    [InlineData(ColumnType.Integer, "1.5", null)]
    [InlineData(ColumnType.Integer, "1_000", null)]
    [InlineData(ColumnType.Integer, "0x10", null)]
    [InlineData(ColumnType.Integer, " 1", null)]
    [InlineData(ColumnType.Number, "1.5", "1.5")]
    [InlineData(ColumnType.Number, "-.5e-2", "-0.005")]
    [InlineData(ColumnType.Number, "1,5", null)]
    [InlineData(ColumnType.Number, "1_0", null)]
    [InlineData(ColumnType.Number, "1e400", null)]
    [InlineData(ColumnType.Number, "nan", null)]
    [InlineData(ColumnType.Number, "Infinity", null)]
    [InlineData(ColumnType.Boolean, "TRUE", "true")]
    [InlineData(ColumnType.Boolean, "0", "false")]
    [InlineData(ColumnType.Boolean, "yes", null)]
    [InlineData(ColumnType.Date, "2024-02-29", "2024-02-29")]
    [InlineData(ColumnType.Date, "2026-02-29", null)]
    [InlineData(ColumnType.Date, "28.02.2026", null)]
    [InlineData(ColumnType.Timestamp, "2026-02-28T12:00:00+02:00", "2026-02-28 10:00:00")]
    [InlineData(ColumnType.Timestamp, "2026-02-28", "2026-02-28 00:00:00")]
    [InlineData(ColumnType.Timestamp, "2026-02-28 24:30:00", null)]
    [InlineData(ColumnType.Text, " as it is ", " as it is ")]
    public async Task A_text_is_cast_strictly(ColumnType type, string text, string? value)
    {
        var rows = Rows(StoredFamily.Text, text);

        Assert.Equal([value], await TextsAsync(sql => sql.AsText($"({sql.Cast(Column(StoredFamily.Text), type).Value})"), rows));
        Assert.Equal([text], await TextsAsync(sql => sql.Cast(Column(StoredFamily.Text), type).Text, rows));
    }

    [Theory]
    [InlineData(nameof(StoredFamily.Integer), ColumnType.Number, "3", 3.0)]
    [InlineData(nameof(StoredFamily.Double), ColumnType.Number, "2.5", 2.5)]
    [InlineData(nameof(StoredFamily.Double), ColumnType.Integer, "4", 4.0)]
    [InlineData(nameof(StoredFamily.Double), ColumnType.Integer, "4.5", null)]
    [InlineData(nameof(StoredFamily.Decimal), ColumnType.Number, "0.25", 0.25)]
    [InlineData(nameof(StoredFamily.Boolean), ColumnType.Number, "true", null)]
    public async Task A_stored_number_is_cast_strictly(string family, ColumnType type, string text, double? value)
    {
        var stored = Enum.Parse<StoredFamily>(family);
        var found = await ValueAsync(sql => sql.Cast(Column(stored), type).Value, Rows(stored, text));

        Assert.Equal(value, found is null ? null : Convert.ToDouble(found, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task There_is_one_zero() =>
        Assert.False(
            double.IsNegative(
                (double)
                    (
                        await ValueAsync(
                            sql => sql.Cast(Column(StoredFamily.Text), ColumnType.Number).Value,
                            Rows(StoredFamily.Text, "-0.0")
                        )
                    )!
            )
        );

    [Theory]
    [InlineData(ColumnType.Integer, nameof(FieldShapes.Integer), true)]
    [InlineData(ColumnType.Number, "Integer, Exponent", true)]
    [InlineData(ColumnType.Date, nameof(FieldShapes.Date), true)]
    [InlineData(ColumnType.Integer, nameof(FieldShapes.Number), false)]
    [InlineData(ColumnType.Text, nameof(FieldShapes.Integer), false)]
    public async Task Only_fields_of_known_shape_are_read_as_values(ColumnType type, string known, bool may)
    {
        var shapes = Enum.Parse<FieldShapes>(known);
        await using var engine = await OpenAsync();

        // An engine that reads no text files may always answer null.
        var plain = engine.Dialect.ReadPlain(Column(StoredFamily.Text) with { Shapes = shapes }, type);

        Assert.True(plain is null || (may && plain.ReadAs == type));
    }

    [Theory]
    [InlineData("7", "7")]
    [InlineData("7.0", "7")]
    [InlineData("7e0", "7")]
    [InlineData("007", "7")]
    [InlineData("-0", "0")]
    [InlineData("0.10", "0.1")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("seven", "seven")]
    public async Task A_number_has_one_text(string written, string text)
    {
        var rows = Rows(StoredFamily.Text, written);

        Assert.Equal([text], await TextsAsync(sql => sql.NumberText("c0", FieldShapes.Other, leadingZeros: true, single: false), rows));
    }

    [Fact]
    public async Task A_padded_number_without_a_type_is_a_code() =>
        Assert.Equal(
            ["007", "7"],
            await TextsAsync(
                sql => sql.NumberText("c0", FieldShapes.Other, leadingZeros: false, single: false),
                Rows(StoredFamily.Text, "007", "7.0")
            )
        );

    [Fact]
    public async Task A_stored_number_has_the_text_of_a_written_one() =>
        Assert.Equal(
            ["7", "0.5", "100000000000000000000"],
            await TextsAsync(sql => sql.NumberText("c0", single: false), Rows(StoredFamily.Double, "7", "0.5", "1e20"))
        );

    [Fact]
    public async Task A_decimal_without_its_point_is_an_integer() =>
        Assert.Equal(
            ["-1230", "12345678901234567890123456789012345678"],
            await TextsAsync(
                sql => sql.AsText(sql.Unscaled("c0")),
                Rows(StoredFamily.Text, "-12.30", "123456789012345678901234567890123456.78")
            )
        );

    [Fact]
    public async Task Only_a_whole_number_has_the_text_of_one() =>
        Assert.Equal(
            ["12345678901234567890123456789012345678", null],
            await TextsAsync(sql => sql.WholeText("c0"), Rows(StoredFamily.Text, "12345678901234567890123456789012345678", "x"))
        );

    [Theory]
    [InlineData("user-[0-9]+", "user-12", true)]
    [InlineData("user-[0-9]+", "a user-12", false)]
    [InlineData("a|b", "ab", false)]
    [InlineData("\\d+'", "12'", true)]
    [InlineData("[ \t](.|\n)*|(.|\n)*[ \t]", "two\nlines ", true)]
    [InlineData("[ \t](.|\n)*|(.|\n)*[ \t]", "in ner", false)]
    public async Task A_pattern_is_for_the_whole_text(string pattern, string text, bool matches) =>
        Assert.Equal(
            matches ? 1 : 0,
            (await AggregateAsync(sql => sql.CountIf(sql.Matches("c0", pattern)), Rows(StoredFamily.Text, text, null))).Count(0)
        );

    [Fact]
    public async Task A_length_is_in_characters() =>
        Assert.Equal(3L, Convert.ToInt64(await ValueAsync(sql => sql.Length(sql.Text("é€𝄞"))), CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(nameof(StoredFamily.Text), new[] { "NA", "-1" }, 2)]
    [InlineData(nameof(StoredFamily.Integer), new[] { "NA", "-1.0" }, 1)]
    [InlineData(nameof(StoredFamily.Double), new[] { "-1" }, 1)]
    public async Task A_mark_is_a_text_or_a_number(string stored, string[] marks, int count)
    {
        var family = Enum.Parse<StoredFamily>(stored);
        var rows = family == StoredFamily.Text ? Rows(family, "NA", "-1", "-1.5", null) : Rows(family, "-1", "7", null);

        Assert.Equal(count, (await AggregateAsync(sql => sql.CountIf(sql.IsOneOf(Column(family), marks)!), rows)).Count(0));
    }

    [Fact]
    public async Task A_type_that_can_hold_no_mark_says_so()
    {
        await using var engine = await OpenAsync();

        Assert.Null(engine.Dialect.IsOneOf(Column(StoredFamily.Integer), ["NA"]));
    }
}
