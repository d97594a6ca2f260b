using MlGate.Checks.Data.Constraints;
using MlGate.Drift;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using static MlGate.GateFile.Tests.ParsedGate;

namespace MlGate.GateFile.Tests;

/// <summary>The sample's gate file becomes the expected records.</summary>
public sealed class GateSampleTests
{
    [Fact]
    public void The_sample_becomes_the_expected_gate()
    {
        var gate = Parse(GateExamples.Sample);

        Assert.Equal(("churn", "auto", "v1.0", 0.05, false), (gate.Name, gate.Baseline, gate.Anchor, gate.Alpha, gate.RequireBaseline));
        Assert.Equal(["release/*"], gate.StrictBranches);
        Assert.Equal(["mlgate.yml", "domains/payment.txt"], gate.Files);
        Assert.Empty(gate.Loosened);
        Assert.Equal(["train", "test"], gate.Datasets.Select(dataset => dataset.Name));
        Assert.Equal(["churn"], gate.Models.Select(model => model.Name));
    }

    [Fact]
    public void The_sample_s_training_set_becomes_the_expected_record()
    {
        var train = Parse(GateExamples.Sample).Datasets[0];

        Assert.Equal(("datasets.train", "data/train.csv", new FilePlace("mlgate.yml", 10, 3)), (train.Id, train.Path, train.Place));
        Assert.Equal(new Declared<long>(4000, "datasets.train.rows.min", new FilePlace("mlgate.yml", 12, 13)), train.MinRows);
        Assert.Equal((0.2, "datasets.train.rows.change"), (train.RowsChange!.Value, train.RowsChange.Id));
        Assert.Equal(OtherColumns.Forbid, train.OtherColumns!.Value);
        Assert.Null(train.Frozen);
        Assert.Equal("test", Assert.Single(train.DisjointFrom).Value);
        Assert.Equal("datasets.train.disjoint-from.test", train.DisjointFrom[0].Id);
        var rule = Assert.Single(train.Constraints, declared => declared.Constraint == DatasetConstraints.Rules);
        Assert.Equal(("datasets.train.rules.charges-add-up", 0.99), (rule.Id, rule.Mostly));
        Assert.Contains("'charges-add-up'", rule.Expected, StringComparison.Ordinal);
        Assert.Equal((true, "datasets.train.drift"), (train.Drift!.AddedRowsOnly, train.Drift.Id));
        Assert.Equal(new DriftLimit(DriftMethods.Psi, 0.2), train.Drift.Columns["monthly_charges"].Value);
        Assert.Equal("datasets.train.drift.columns.monthly_charges", train.Drift.Columns["monthly_charges"].Id);
    }

    [Fact]
    public void The_sample_s_columns_become_the_expected_records()
    {
        var columns = Parse(GateExamples.Sample).Datasets[0].Columns.ToDictionary(column => column.Name);

        Assert.Equal(
            (ColumnType.Integer, 0d, 120d),
            (
                columns["tenure"].Type.Value,
                columns["tenure"].Find(ColumnConstraints.Min)!.Value.Value,
                columns["tenure"].Find(ColumnConstraints.Max)!.Value.Value
            )
        );
        Assert.Equal("datasets.train.columns.tenure.type", columns["tenure"].Type.Id);
        Assert.Equal(["Month-to-month", "One year", "Two year"], columns["contract"].Find(ColumnConstraints.In)!.Value);
        Assert.Equal(GateExamples.Payments.TrimEnd('\n').Split('\n'), columns["payment_method"].Find(ColumnConstraints.In)!.Value);
        Assert.Equal(0.995, columns["payment_method"].Mostly);
        Assert.Equal(
            (0.01, "datasets.train.columns.total_charges.missing.max"),
            (columns["total_charges"].MaxMissing!.Value, columns["total_charges"].MaxMissing!.Id)
        );
        Assert.Equal((ColumnRole.Sensitive, "0"), (columns["female"].Role, columns["female"].Find(ColumnConstraints.In)!.Value[0]));
        Assert.Equal((ColumnRole.Label, "No"), (columns["churn"].Role, columns["churn"].Find(ColumnConstraints.In)!.Value[1]));
    }

    [Fact]
    public void The_sample_s_model_becomes_the_expected_record()
    {
        var model = Parse(GateExamples.Sample).Models[0];

        Assert.Equal(("models.churn", "models/churn.zip", ModelTask.BinaryClassification), (model.Id, model.Path, model.Task));
        Assert.Equal(("test", "churn", "Yes", 0.5, "auc"), (model.Test, model.Label, model.Positive, model.Threshold, model.Primary));
        Assert.Equal(
            ("dotnet run --project Trainer", 42L, TimeSpan.FromHours(6)),
            (model.Train!.Command, model.Train.Seed, model.Train.Within)
        );
        Assert.Equal(["train"], model.Train.Datasets);
        Assert.Equal(["Trainer/"], model.Train.Code);
        Assert.Equal(["auc", "recall", "log-loss", "brier"], model.Metrics.Select(metric => metric.Metric));
        Assert.Equal(
            [new MetricLimit(LimitKinds.Min, 0.80), new MetricLimit(LimitKinds.MaxDrop, 0.01)],
            model.Metrics[0].Limits.Select(limit => limit.Value)
        );
        Assert.Equal(
            new Declared<MetricLimit>(
                new MetricLimit(LimitKinds.MaxDrop, 0.05),
                "models.churn.metrics.recall.max-drop",
                new FilePlace("mlgate.yml", 42, 21)
            ),
            model.Metrics[1].Limits[0]
        );
        Assert.Equal(Severity.Warn, model.Metrics[2].Limits[0].Severity);
    }
}
