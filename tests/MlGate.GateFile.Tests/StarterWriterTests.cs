using FsCheck.Fluent;
using MlGate.Findings;
using MlGate.GateFile.Draft;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Testing;
using NJsonSchema;
using static MlGate.GateFile.Tests.ParsedStarter;

namespace MlGate.GateFile.Tests;

public sealed class StarterWriterTests
{
    private static StarterGate Churn =>
        new()
        {
            Name = "churn",
            Datasets =
            [
                new StarterDataset
                {
                    Name = "train",
                    Path = "data/train.csv",
                    Comment = "4,930 rows",
                    MinRows = 4000,
                    RowsChange = 0.2,
                    Columns =
                    [
                        new StarterColumn
                        {
                            Name = "tenure",
                            Type = ColumnType.Integer,
                            Min = 0,
                            Max = 72,
                            Comment = "seen: 0 to 72",
                        },
                        new StarterColumn
                        {
                            Name = "Total Charges",
                            Type = ColumnType.Number,
                            Min = 0,
                            MaxMissing = 0.01,
                        },
                        new StarterColumn
                        {
                            Name = "churn",
                            Type = ColumnType.Category,
                            In = ["Yes", "No"],
                            Role = ColumnRole.Label,
                        },
                    ],
                    OtherColumns = OtherColumns.Warn,
                    Keys =
                    [
                        ["tenure", "Total Charges"],
                    ],
                    DisjointFrom = ["test"],
                },
                new StarterDataset
                {
                    Name = "test",
                    Path = "data/test.csv",
                    Frozen = true,
                    Columns =
                    [
                        new StarterColumn
                        {
                            Name = "female",
                            Type = ColumnType.Category,
                            In = ["0", "1"],
                            Role = ColumnRole.Sensitive,
                        },
                        new StarterColumn
                        {
                            Name = "churn",
                            Type = ColumnType.Category,
                            In = ["Yes", "No"],
                            Role = ColumnRole.Label,
                        },
                    ],
                },
            ],
            Models =
            [
                new StarterModel
                {
                    Name = "churn",
                    Path = "models/churn.zip",
                    Comment = "The margins are what the test set can tell.\nA smaller margin is decided less often.",
                    Task = ModelTask.BinaryClassification,
                    Test = "test",
                    Label = "churn",
                    Positive = "Yes",
                    Primary = "auc",
                    Metrics =
                    [
                        new StarterMetric
                        {
                            Metric = "auc",
                            Limits = [new MetricLimit(LimitKinds.MaxDrop, 0.012)],
                            Reason = "the test set of 2,113 rows detect a drop of 0.012",
                        },
                        new StarterMetric
                        {
                            Metric = "recall",
                            Limits = [new MetricLimit(LimitKinds.MaxDrop, 0.05)],
                            Reason =
                                "561 positives detect a drop of 0.05; half of it would need 2,240 of them, which is more than this "
                                + "test set holds",
                        },
                        new StarterMetric { Metric = "log-loss" },
                    ],
                },
            ],
        };

    [Fact]
    public void A_first_gate_file_reads_like_one_that_a_person_wrote() => Snapshot.Verify(StarterWriter.Write(Churn), "yml");

    [Fact]
    public async Task A_first_gate_file_is_valid_and_parsed_to_what_was_proposed()
    {
        var text = StarterWriter.Write(Churn);

        var gate = Parse(text);

        var train = gate.Datasets[0];
        Assert.Equal(
            (4000L, 0.2, OtherColumns.Warn, "test"),
            (train.MinRows!.Value, train.RowsChange!.Value, train.OtherColumns!.Value, train.DisjointFrom[0].Value)
        );
        Assert.Equal(["tenure", "Total Charges"], train.Constraints[0].Query.Columns);
        Assert.True(gate.Datasets[1].Frozen!.Value);
        Assert.Equal(("Yes", "auc"), (gate.Models[0].Positive, gate.Models[0].Primary));
        Assert.Equal([0.012], gate.Models[0].Metrics[0].Limits.Select(limit => limit.Value.Value));
        Assert.Empty((await JsonSchema.FromJsonAsync(MlGate.GateFile.Reference.GateSchema.Write())).Validate(GateSchemaTests.Json(text)));
    }

    [Fact]
    public void What_is_left_out_is_a_comment_and_counts_when_the_signs_are_removed()
    {
        var starter = Churn with
        {
            Datasets =
            [
                Churn.Datasets[0] with
                {
                    OmittedColumns = [new OmittedColumn("tags", "left out: lists")],
                    Drift = true,
                },
                Churn.Datasets[1],
            ],
            Models = [Churn.Models[0] with { CommentedOut = "Not gated: nobody knows\nwhy" }],
        };

        var text = StarterWriter.Write(starter);

        var gate = Parse(text);
        Assert.Empty(gate.Models);
        Assert.NotNull(gate.Datasets[0].Drift);
        Assert.Contains("\n      # tags: left out: lists\n", text, StringComparison.Ordinal);
        Assert.Contains("\n#  # Not gated: nobody knows\n#  # why\n#  churn:\n", text, StringComparison.Ordinal);
        var (head, section) = (
            text[..text.IndexOf("#models:", StringComparison.Ordinal)],
            text[text.IndexOf("#models:", StringComparison.Ordinal)..]
        );
        Assert.Equal("churn", Parse(head + section[1..].Replace("\n#", "\n", StringComparison.Ordinal)).Models[0].Name);
    }
}
