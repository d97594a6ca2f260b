using MlGate.App.Init;
using MlGate.Data.Inference;
using MlGate.Data.Tests;
using MlGate.GateFile.Draft;
using MlGate.Gates;
using MlGate.Testing;

namespace MlGate.App.Tests.Init;

public sealed class InferenceTests
{
    [Theory]
    [InlineData("churn.csv")]
    [InlineData("penguins.csv")]
    [InlineData("credit_data.csv")]
    public async Task A_schema_is_inferred_with_limits(string file)
    {
        // Act
        var inferred = await Infer(Given.TestData(file));

        // Assert
        Snapshot.Verify(Show(inferred), variant: Path.GetFileNameWithoutExtension(file));
    }

    [Fact]
    public async Task Names_and_contents_tell_roles()
    {
        using var folder = new TempFolder();
        var path = folder.Write(
            "a.csv",
            """
            customerID,visitId,createdAt,MaritalStatus,amount,y
            a1,7,2026-01-01,single,1.5,0
            a2,7,2026-01-02,single,2.5,1
            a3,8,2026-01-03,other,3.5,0
            a4,8,2026-01-04,other,3.5,0

            """
        );

        var inferred = await Infer(path);

        Assert.Equal(
            [ColumnRole.Id, ColumnRole.Feature, ColumnRole.Time, ColumnRole.Sensitive, ColumnRole.Feature, ColumnRole.Label],
            inferred.Columns.Select(column => column.Role)
        );
        Assert.Equal("y", inferred.Label!.Name);
    }

    [Theory]
    [InlineData(0, 72, true, 0, 80)]
    [InlineData(18.25, 118.75, false, 0, 120)]
    [InlineData(2007, 2009, true, 2007, 2009)]
    [InlineData(-0.13, 0.29, false, -0.15, 0.3)]
    [InlineData(5, 5, true, 5, 5)]
    public void Bounds_are_rounded_outward(double min, double max, bool whole, double low, double high) =>
        Assert.Equal((low, high), OutwardBounds.For(min, max, whole));

    [Fact]
    public async Task Marks_of_missing_values_are_found_where_the_other_values_say_so()
    {
        using var folder = new TempFolder();
        var numbers = folder.Write("a.csv", "n,d,country,note\n1,2026-01-01,NA,x\nNA,2026-01-02,DE,?\n3,None,DE,y\n4,2026-01-04,NA,y\n");
        var texts = folder.Write("b.csv", "country,note\nNA,None\nDE,x\nDE,y\n");

        var (one, other) = (await Infer(numbers), await Infer(texts));

        Assert.Equal(["?", "NA", "None"], one.MissingMarks);
        Assert.Equal([ColumnType.Integer, ColumnType.Date], one.Columns.Take(2).Select(column => column.Type));
        Assert.Equal([0.25, 0.25], one.Columns.Take(2).Select(column => column.Missing));
        Assert.Empty(other.MissingMarks);
    }

    [Theory]
    [InlineData("zip", "01234,00501,99501", ColumnType.Text, null, null)]
    [InlineData("amount", "1,5,9", ColumnType.Integer, 0d, 18d)]
    [InlineData("vendor_id", "1,2,1", ColumnType.Integer, null, null)]
    [InlineData("n", "1234567890123456001,1234567890123456050,1234567890123456007", ColumnType.Integer, null, null)]
    [InlineData("n", "-1.7976931348623157e308,1,2", ColumnType.Number, null, null)]
    [InlineData("constant", "7,7,7", ColumnType.Integer, null, null)]
    [InlineData("built_in_year", "2007,2008,2009", ColumnType.Integer, 2005d, null)]
    [InlineData("at", "1893456000,1893456777,1893459999", ColumnType.Integer, null, null)]
    public async Task Ranges_have_headroom_and_identifiers_have_none(string name, string values, ColumnType type, double? min, double? max)
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "other," + name + "\n" + string.Concat(values.Split(',').Select(value => $"1.5,{value}\n")));

        var column = DatasetProposal.For("a", "a.csv", await Infer(path), test: false).Columns[1];

        Assert.Equal((type, min, max), (column.Type, column.Min, column.Max));
    }

    [Fact]
    public async Task Fifty_states_are_a_category_and_a_list_that_is_not_complete_is_none()
    {
        using var folder = new TempFolder();
        var path = folder.Write(
            "a.csv",
            "state,street\n"
                + string.Concat(
                    Enumerable.Range(0, 1000).Select(row => $"S{row % 50:00},{(row < 900 ? $"main {row % 90}" : $"lane {row}")}\n")
                )
        );

        var columns = DatasetProposal.For("a", "a.csv", await Infer(path), test: false).Columns;

        Assert.Equal((ColumnType.Category, 50, 0.995), (columns[0].Type, columns[0].In!.Count, columns[0].Mostly));
        Assert.Empty(columns[1].In!);
    }

    private static async Task<InferredDataset> Infer(string path) =>
        (await new SchemaInference(Given.Engine()).InferAsync(Given.Files(path), CancellationToken.None)).Value!;

    private static string Show(InferredDataset inferred) =>
        StarterWriter.Write(new StarterGate { Name = "a", Datasets = [DatasetProposal.For("a", "a.csv", inferred, test: false)] });
}
