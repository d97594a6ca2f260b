using MlGate.Data.Inference;
using MlGate.Gates;
using MlGate.Gates.Writing;
using MlGate.Testing;

namespace MlGate.Data.Tests;

public sealed class InferenceTests
{
    [Theory]
    [InlineData("churn.csv")]
    [InlineData("penguins.csv")]
    [InlineData("credit_data.csv")]
    public void A_schema_is_inferred_with_limits(string file)
    {
        // Act
        var inferred = Infer(Given.TestData(file));

        // Assert
        Snapshot.Verify(Show(inferred), variant: Path.GetFileNameWithoutExtension(file));
    }

    [Fact]
    public void Names_and_contents_tell_roles()
    {
        using var folder = new TempFolder();
        var path = folder.Write("a.csv", "customerID,visitId,createdAt,MaritalStatus,amount,y\na1,7,2026-01-01,single,1.5,0\na2,7,2026-01-02,single,2.5,1\na3,8,2026-01-03,other,3.5,0\na4,8,2026-01-04,other,3.5,0\n");

        var inferred = Infer(path);

        Assert.Equal([ColumnRole.Id, ColumnRole.Feature, ColumnRole.Time, ColumnRole.Sensitive, ColumnRole.Feature, ColumnRole.Label], inferred.Columns.Select(column => column.Role));
        Assert.Equal("y", inferred.Label!.Name);
    }

    [Theory]
    [InlineData(0, 72, true, 0, 80)]
    [InlineData(18.25, 118.75, false, 0, 120)]
    [InlineData(2007, 2009, true, 2007, 2009)]
    [InlineData(-0.13, 0.29, false, -0.15, 0.3)]
    [InlineData(5, 5, true, 5, 5)]
    public void Bounds_are_rounded_outward(double min, double max, bool whole, double low, double high) =>
        Assert.Equal((low, high), OutwardBounds.Of(min, max, whole));

    private static InferredDataset Infer(string path) => new SchemaInference(Given.Engine()).Infer(Given.Files(path), CancellationToken.None).Value!;

    private static string Show(InferredDataset inferred) =>
        StarterWriter.Write(new StarterGate { Name = "a", Datasets = [DatasetProposal.For("a", "a.csv", inferred, test: false)] });
}
