using MlGate.Checks.Data.Constraints;
using MlGate.Gates;
using MlGate.Profiles;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class UniqueWithinRowTests
{
    private const string Id = "datasets.train.unique-within-row[a,b,c]";

    [Fact]
    public async Task A_row_with_a_missing_value_counts_only_if_two_others_are_the_same()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "a,b,c\n1,2,3\n1,1,2\n1,,2\n1,,1\n,,\n3,2,3\n");

        var found = (await Given.SoundProfile(path, Gate(ColumnType.Integer, ColumnType.Integer, ColumnType.Integer))).Violations[Id];

        Assert.Equal((3, 4), (found.Count, found.Of));
        Assert.Equal([2, 4, 6], found.FirstRows);
    }

    [Theory]
    [InlineData(ColumnType.Integer, ColumnType.Number, ColumnType.Number, "1,1.0,2", 1)]
    [InlineData(ColumnType.Number, ColumnType.Number, ColumnType.Number, "1e2,7,100", 1)]
    [InlineData(ColumnType.Text, ColumnType.Category, ColumnType.Text, "1,1.0,x", 0)]
    [InlineData(ColumnType.Text, ColumnType.Category, ColumnType.Text, "x,y,x", 1)]
    [InlineData(ColumnType.Date, ColumnType.Timestamp, ColumnType.Date, "2026-01-02,2026-01-02T00:00:00Z,2026-01-03", 1)]
    [InlineData(ColumnType.Date, ColumnType.Timestamp, ColumnType.Date, "2026-01-02,2026-01-02T00:00:01Z,2026-01-03", 0)]
    public async Task Values_are_compared_by_what_they_are(ColumnType a, ColumnType b, ColumnType c, string row, int count)
    {
        using var folder = new TempFolder();

        var found = (await Given.SoundProfile(folder.Write("a.csv", $"a,b,c\n{row}\n"), Gate(a, b, c))).Violations[Id];

        Assert.Equal((count, 1), (found.Count, found.Of));
    }

    [Fact]
    public async Task Columns_that_cannot_be_compared_are_said_to_be_so()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "a,b,c\n1,x,2\n");
        var gate = Given.Gate(Given.Column("a", ColumnType.Integer)) with { Constraints = [Constraint] };

        var problem = (await Given.SoundProfile(path, gate)).NotUsable[Id];

        Assert.Equal("'a' of type integer and 'b' of type text cannot be compared", problem.Reason);
    }

    [Fact]
    public async Task Single_and_double_precision_are_compared_in_single_precision()
    {
        using var folder = new TempFolder();
        var path = ParquetFile.Write(folder, "a.parquet", "SELECT 0.1::FLOAT AS a, 0.1::DOUBLE AS b, 3::DOUBLE AS c");

        var found = (await Given.SoundProfile(path, Gate(ColumnType.Number, ColumnType.Number, ColumnType.Number))).Violations[Id];

        Assert.Equal(1, found.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_loop_over_the_rows_counts_the_same(int seed)
    {
        using var folder = new TempFolder();
        var random = new Random(seed);
        var rows = Enumerable
            .Range(0, 500)
            .Select(_ => Enumerable.Range(0, 3).Select(_ => random.Next(5) is var value && value > 3 ? (int?)null : value).ToArray())
            .ToList();
        var text = string.Concat(rows.Select(row => string.Join(',', row) + "\n"));
        var path = folder.Write("a.csv", "a,b,c\n" + text);

        var found = (await Given.SoundProfile(path, Gate(ColumnType.Integer, ColumnType.Integer, ColumnType.Integer))).Violations[Id];

        var broken = rows.Count(row => row.OfType<int>().Distinct().Count() < row.OfType<int>().Count());
        var judged = rows.Count(row =>
            row.All(cell => cell is not null) || row.OfType<int>().Distinct().Count() < row.OfType<int>().Count()
        );
        Assert.Equal((broken, judged), (found.Count, found.Of));
    }

    private static DeclaredDatasetConstraint Constraint =>
        DatasetConstraints.UniqueWithinRow.Declare(Given.Of<IReadOnlyList<string>>(["a", "b", "c"], Id));

    private static DatasetGate Gate(ColumnType a, ColumnType b, ColumnType c) =>
        Given.Gate(Given.Column("a", a), Given.Column("b", b), Given.Column("c", c)) with
        {
            Constraints = [Constraint],
        };
}
