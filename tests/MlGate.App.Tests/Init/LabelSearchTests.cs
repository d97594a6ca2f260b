using MlGate.App.Init;
using MlGate.Data.Inference;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Scoring;

namespace MlGate.App.Tests.Init;

public sealed class LabelSearchTests
{
    private static readonly InferredColumn[] Columns =
    [
        Column("id", ColumnType.Text, ColumnRole.Id, 500),
        Column("rooms", ColumnType.Integer, distinct: 8),
        Column("area", ColumnType.Number, distinct: 400),
        Column("garden", ColumnType.Category, distinct: 2),
        Column("Sale_Price", ColumnType.Integer, distinct: 450),
        Column("noise", ColumnType.Number, distinct: 400),
    ];

    [Theory]
    [InlineData("regression", "rooms area", "rooms area Sale_Price", "Sale_Price")]
    [InlineData("regression", "rooms area noise", "Label rooms area noise", "Sale_Price")]
    [InlineData("binary-classification", "rooms area", "rooms area garden Sale_Price", "garden")]
    [InlineData("regression", "rooms area", "Features", null)]
    public void The_label_is_what_a_model_was_trained_on_and_does_not_read(string task, string inputs, string trained, string? label)
    {
        var model = new ModelDescription
        {
            Task = ModelTask.Find(task),
            Inputs = inputs.Split(' '),
            Columns = trained.Split(' '),
        };

        Assert.Equal(label, Search().Find(model)?.Name);
    }

    [Theory]
    [InlineData("id predicted_sale_price", "Sale_Price")]
    [InlineData("id rooms area garden noise p", "Sale_Price")]
    [InlineData("id p", null)]
    public void The_label_of_predictions_is_in_the_name_of_their_score_or_left_out(string columns, string? label)
    {
        var predictions = Dataset(
            "p",
            [
                .. columns
                    .Split(' ')
                    .Select(name =>
                        Columns.FirstOrDefault(column => column.Name == name) ?? Column(name, ColumnType.Number, distinct: 300)
                    ),
            ]
        );

        Assert.Equal(label, Search().Find(predictions)?.Name);
    }

    [Fact]
    public void A_label_that_is_named_needs_no_search()
    {
        Assert.Equal("noise", Search("noise").Find(new ModelDescription { Inputs = ["noise"] })?.Name);
        Assert.Equal("noise", Search("noise").Find(Dataset("p", [Column("p", ColumnType.Number)]))?.Name);
        Assert.Null(Search("nose").Find((ModelDescription?)null));
    }

    private static LabelSearch Search(string? named = null) => new(Dataset("test", Columns), named);

    private static FoundDataset Dataset(string name, IReadOnlyList<InferredColumn> columns) =>
        new(name, name + ".csv", new InferredDataset(500, columns));

    private static InferredColumn Column(string name, ColumnType type, ColumnRole role = ColumnRole.Feature, long distinct = 1) =>
        new()
        {
            Name = name,
            Type = type,
            Role = role,
            Present = 500,
            Distinct = distinct,
            Unique = role == ColumnRole.Id,
        };
}
