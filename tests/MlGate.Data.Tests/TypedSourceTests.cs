using MlGate.Checks.Data.Constraints;
using MlGate.Gates;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class TypedSourceTests
{
    [Fact]
    public async Task Parquet_columns_satisfy_the_types_that_they_store()
    {
        // Arrange
        using var folder = new TempFolder();
        var path = Parquet(
            folder,
            "SELECT * FROM (VALUES (1, 1.5, true, 'x', DATE '2026-01-01', 2.0, [1]), (NULL, 'nan'::DOUBLE, false, '', NULL, 2.5, "
                + "NULL)) t(i, d, b, t, day, half, list)"
        );
        var gate = Given.Gate(
            Given.Column("i", ColumnType.Integer),
            Given.Column("d", ColumnType.Number),
            Given.Column("b", ColumnType.Boolean),
            Given.Column("t", ColumnType.Text),
            Given.Column("day", ColumnType.Timestamp),
            Given.Column("half", ColumnType.Integer),
            Given.Column("list", ColumnType.Text)
        );

        // Act
        var profile = await Given.SoundProfile(path, gate);

        // Assert
        Assert.Equal([0, 1, 0, 0, 0, 1, 1], gate.Columns.Select(column => profile.Violations[column.Type.Id.Text].Count));
        Assert.Equal([1, 0, 0, 0, 1, 0, 1], profile.Columns.Select(column => column.Missing));
        Assert.Equal("INTEGER", profile.Columns[0].StoredAs);
    }

    [Fact]
    public async Task Parquet_rows_are_numbered_across_row_groups()
    {
        using var folder = new TempFolder();
        var path = Parquet(folder, "SELECT CASE WHEN range % 60000 = 59999 THEN -1 ELSE range END AS v FROM range(200000)");

        var profile = await Given.SoundProfile(
            path,
            Given.Gate(
                Given.Column("v", ColumnType.Integer) with
                {
                    Constraints = [ColumnConstraints.Min.Declare(Given.Limit(0.0, "min"))],
                }
            ),
            threads: 4
        );

        Assert.Equal([60_000, 120_000, 180_000], profile.Violations["min"].FirstRows);
    }

    [Fact]
    public async Task A_damaged_parquet_file_is_refused()
    {
        using var folder = new TempFolder();

        Assert.Equal("MLG2001", (await Given.Problem(folder.Write("a.parquet", "PAR1 and nothing more"))).Code);
        Assert.Equal("MLG2001", (await Given.Problem(folder.Write("b.parquet", "a,b\n"))).Code);
    }

    [Fact]
    public async Task Json_lines_have_the_keys_of_all_lines()
    {
        // Arrange
        using var folder = new TempFolder();
        var path = folder.Write(
            "a.jsonl",
            """
            {"b": 1, "a": "x", "o": {"k": 1}}
            {"a": "1", "b": "2", "c/~d": true}
            {"b": 1e3, "a": null, "c/~d": 1}

            """
        );
        var gate = Given.Gate(
            Given.Column("b", ColumnType.Integer),
            Given.Column("a", ColumnType.Category),
            Given.Column("c/~d", ColumnType.Boolean),
            Given.Column("o", ColumnType.Text)
        );

        // Act
        var profile = await Given.SoundProfile(path, gate);

        // Assert
        Assert.Equal(["b", "a", "o", "c/~d"], profile.Columns.Select(column => column.Name));
        Assert.Equal(3, profile.Rows);
        Assert.Equal([2, 3], profile.Broken("b", "type").FirstRows);
        Assert.Equal((0, 1), (profile.Broken("a", "type").Count, profile.Columns[1].Missing));
        Assert.Equal(0, profile.Broken("c/~d", "type").Count);
        Assert.Equal(1, profile.Broken("o", "type").Count);
    }

    [Theory]
    [InlineData("[{\"a\": 1}]\n", "a JSON array")]
    [InlineData("{\"a\": 1}\n{\"a\": \n", "a line that is not")]
    public async Task Broken_json_is_refused(string text, string found)
    {
        using var folder = new TempFolder();

        var problem = await Given.Problem(folder.Write("a.jsonl", text));

        Assert.Equal("MLG2001", problem.Code);
        Assert.StartsWith(found, problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parquet_text_is_no_number_and_no_boolean()
    {
        // Arrange
        using var folder = new TempFolder();
        var path = Parquet(
            folder,
            "SELECT * FROM (VALUES ('12', '1.5', 'true', '2026-11-30', '7'), (NULL, NULL, NULL, NULL, NULL)) t(i, n, b, d, t)"
        );
        var gate = Given.Gate(
            Given.Column("i", ColumnType.Integer),
            Given.Column("n", ColumnType.Number),
            Given.Column("b", ColumnType.Boolean),
            Given.Column("d", ColumnType.Date),
            Given.Column("t", ColumnType.Category)
        );

        // Act
        var profile = await Given.SoundProfile(path, gate);

        // Assert
        Assert.Equal([1, 1, 1, 0, 0], gate.Columns.Select(column => profile.Violations[column.Type.Id.Text].Count));
        Assert.StartsWith("1 of them are stored as text", profile.Broken("i", "type").Note, StringComparison.Ordinal);
    }

    private static string Parquet(TempFolder folder, string query) => ParquetFile.Write(folder, "a.parquet", query);
}
