using MlGate.App.Init;
using MlGate.Data.Inference;
using MlGate.Gates;

namespace MlGate.App.Tests.Init;

public sealed class DatasetProposalTests
{
    [Fact]
    public void A_proposal_declares_as_many_columns_as_people_read()
    {
        // Arrange
        var columns = Enumerable
            .Range(0, 1_200)
            .Select(at => new InferredColumn
            {
                Name = "c" + at,
                Type = ColumnType.Number,
                Role = at == 1_100 ? ColumnRole.Label : ColumnRole.Feature,
            });

        // Act
        var dataset = DatasetProposal.For("a", "a.csv", new InferredDataset(10, [.. columns]), test: false);

        // Assert
        Assert.Equal((1_000, "c1100"), (dataset.Columns.Count, dataset.Columns[^1].Name));
        Assert.Equal(OtherColumns.Allow, dataset.OtherColumns);
        Assert.Equal("1000 of 1200 columns are declared: declare the important ones, remove the others.", dataset.Comment);
    }
}
