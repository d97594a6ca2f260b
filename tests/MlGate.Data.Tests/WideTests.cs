using System.Globalization;
using MlGate.Checks.Data.Constraints;
using MlGate.Gates;
using MlGate.Testing;

namespace MlGate.Data.Tests;

/// <summary>A very wide table is read once and scanned in strips: what is said of a column is what is said of it alone.</summary>
public sealed class WideTests
{
    private const int Columns = 900;

    [Fact]
    public async Task A_column_of_a_wide_table_has_the_profile_that_it_has_alone()
    {
        // Arrange
        using var folder = new TempFolder();
        var fields = Enumerable
            .Range(0, 30)
            .Select(row => Enumerable.Range(0, Columns).Select(column => Field(row, column)).ToArray())
            .ToList();
        var wide = folder.Write("wide.csv", Text(Enumerable.Range(0, Columns), fields));

        // Act
        var profile = await Given.SoundProfile(
            wide,
            Gate(Enumerable.Range(0, Columns)) with
            {
                Constraints = [Given.Rule("r", "n0 < n899")],
            }
        );

        // Assert
        Assert.Equal((30, Columns), (profile.Rows, profile.Columns.Count));
        Assert.Equal(29, profile.Violations["datasets.train.rules.r"].Of);
        foreach (var column in new[] { 0, 1, 2, 399, 400, 401, 898, 899 })
        {
            // Beside another one, because a row of one empty field is an empty line.
            int[] few = [.. new[] { 0, column }.Distinct()];
            var alone = await Given.SoundProfile(folder.Write("alone.csv", Text(few, fields)), Gate(few));
            Assert.Equivalent(alone.Columns[^1], profile.Columns[column], strict: true);
            Assert.Equivalent(
                alone.Broken("n" + column.ToString(CultureInfo.InvariantCulture), "max"),
                profile.Broken("n" + column.ToString(CultureInfo.InvariantCulture), "max"),
                strict: true
            );
        }
    }

    // Integers, fractions that repeat, and a text now and then that is no number.
    private static string Field(int row, int column) =>
        (column % 3) switch
        {
            0 => (row + column).ToString(CultureInfo.InvariantCulture),
            1 => row % 4 == 0 ? "" : (row % 5 / 4.0).ToString(CultureInfo.InvariantCulture),
            _ => row == column % 30 ? "x" : (row * column).ToString(CultureInfo.InvariantCulture),
        };

    private static string Text(IEnumerable<int> columns, List<string[]> fields)
    {
        var all = columns.ToList();
        return string.Join(',', all.Select(column => "n" + column.ToString(CultureInfo.InvariantCulture)))
            + "\n"
            + string.Concat(fields.Select(row => string.Join(',', all.Select(column => row[column])) + "\n"));
    }

    private static DatasetGate Gate(IEnumerable<int> columns) =>
        Given.Gate([
            .. columns.Select(column =>
            {
                var name = "n" + column.ToString(CultureInfo.InvariantCulture);
                return Given.Column(name, ColumnType.Number) with
                {
                    Constraints = [ColumnConstraints.Max.Declare(Given.Of(GateNumber.From(100), $"datasets.train.columns.{name}.max"))],
                };
            }),
        ]);
}
