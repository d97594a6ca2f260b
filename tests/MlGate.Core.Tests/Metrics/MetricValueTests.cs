using MlGate.Metrics;
using MlGate.Metrics.Catalog;

namespace MlGate.Core.Tests.Metrics;

/// <summary>Worked examples: ten rows whose counts are true positives 3, false positives 1, false negatives 2, true negatives 4.</summary>
public sealed class MetricValueTests
{
    [Theory]
    [InlineData(true, new[] { 0, 0, 0, 1 })]
    [InlineData(false, new[] { 0, 1, 1, 1 })]
    public void Probabilities_are_cut_at_the_threshold_and_margins_at_0(bool calibrated, int[] expected) =>
        Assert.Equal(expected, new Observations([0, 0, 1, 1], new Scores([-0.1, 0, 0.4, 0.7], 1, calibrated), 2, threshold: 0.6).Predicted);

    private static readonly double[] Labels = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0];
    private static readonly double[] Scores = [0.9, 0.8, 0.7, 0.4, 0.2, 0.6, 0.3, 0.2, 0.1, 0.05];

    [Theory]
    [InlineData("accuracy", 0.7)]
    [InlineData("balanced-accuracy", 0.7)]
    [InlineData("precision", 0.75)]
    [InlineData("recall", 0.6)]
    [InlineData("specificity", 0.8)]
    [InlineData("fpr", 0.2)]
    [InlineData("fnr", 0.4)]
    [InlineData("f1", 2 * 0.75 * 0.6 / 1.35)]
    [InlineData("mcc", 10 / 24.49489742783178)] // (3·4 − 1·2) / √(4·5·5·6)
    [InlineData("kappa", 0.4)] // (0.7 − 0.5) / (1 − 0.5)
    [InlineData("auc", 21.5 / 25)]
    [InlineData("brier", 1.285 / 10 + 0.0)]
    public void Binary_metrics_have_the_worked_values(string key, double expected)
    {
        var metric = MetricCatalog.Find(key, ModelTask.BinaryClassification)!;

        var value = metric.Measure(new Observations(Labels, new Scores(Scores, 1), 2));

        Assert.Equal(
            key == "brier" ? Labels.Zip(Scores, (label, score) => Math.Pow(label - score, 2)).Average() : expected,
            value.Value,
            1e-12
        );
    }

    [Fact]
    public void Multiclass_metrics_have_the_worked_values()
    {
        // Labels 0 0 1 1 2 2, predicted 0 1 1 1 2 0.
        double[] probabilities = [.8, .1, .1, .3, .6, .1, .1, .8, .1, .2, .7, .1, .1, .1, .8, .5, .2, .3];
        var rows = new Observations([0, 0, 1, 1, 2, 2], new Scores(probabilities, 3), 3);

        double Value(string key) => MetricCatalog.Find(key, ModelTask.MulticlassClassification)!.Measure(rows).Value;

        Assert.Equal(4 / 6.0, Value("accuracy"), 1e-12);
        Assert.Equal(4 / 6.0, Value("micro-f1"), 1e-12);
        Assert.Equal(((1 / 2.0) + (2 / 2.0) + (1 / 2.0)) / 3, Value("macro-recall"), 1e-12);
        Assert.Equal(((1 / 2.0) + (2 / 3.0) + 1) / 3, Value("macro-precision"), 1e-12);
        Assert.Equal((0.5 + 0.8 + (2 / 3.0)) / 3, Value("macro-f1"), 1e-12);
        Assert.Equal(Value("macro-f1"), Value("weighted-f1"), 1e-12);
        Assert.Equal(1, Value("top-3-accuracy"), 1e-12);
        Assert.Equal(
            -(Math.Log(.8) + Math.Log(.3) + Math.Log(.8) + Math.Log(.7) + Math.Log(.8) + Math.Log(.3)) / 6,
            Value("log-loss"),
            1e-12
        );
        Assert.Equal(12 / 24.0, Value("kappa"), 1e-12); // (24 − 12) / (36 − 12)
    }

    [Fact]
    public void Regression_metrics_have_the_worked_values()
    {
        var rows = new Observations([1, 2, 3, 4], new Scores([1.5, 2, 2, 6], 1), 0); // errors 0.5 0 −1 2

        double Value(string key) => MetricCatalog.Find(key, ModelTask.Regression)!.Measure(rows).Value;

        Assert.Equal(3.5 / 4, Value("mae"), 1e-12);
        Assert.Equal(5.25 / 4, Value("mse"), 1e-12);
        Assert.Equal(Math.Sqrt(5.25 / 4), Value("rmse"), 1e-12);
        Assert.Equal(0.75, Value("median-absolute-error"), 1e-12);
        Assert.Equal((0.5 + 0 + (1 / 3.0) + 0.5) / 4, Value("mape"), 1e-12);
        Assert.Equal(((1 / 2.5) + 0 + (2 / 5.0) + (4 / 10.0)) / 4, Value("smape"), 1e-12);
        Assert.Equal(1 - (5.25 / 5), Value("r2"), 1e-12);
        Assert.Equal(1.5 / 4, Value("mean-error"), 1e-12);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(-5, 5)]
    [InlineData(0, 0)]
    public void The_mean_error_is_the_distance_of_the_bias_from_0(double bias, double expected)
    {
        double[] labels = [1, 2, 3, 4];

        var value = MetricCatalog
            .Find("mean-error", ModelTask.Regression)!
            .Measure(new Observations(labels, new Scores([.. labels.Select(label => label + bias)], 1), 0));

        Assert.Equal(expected, value.Value, 1e-12);
    }

    [Fact]
    public void R_squared_keeps_its_digits_far_from_zero()
    {
        double[] labels = [1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4];

        var value = MetricCatalog
            .Find("r2", ModelTask.Regression)!
            .Measure(new Observations(labels, new Scores([.. labels.Select(label => label + 0.5)], 1), 0));

        Assert.Equal(1 - (1.0 / 5), value.Value, 1e-9);
    }

    [Theory]
    [InlineData("auc", "no positives", 0, 0)]
    [InlineData("recall", "no positives", 0, 0)]
    [InlineData("specificity", "no negatives", 1, 1)]
    [InlineData("balanced-accuracy", "all rows have the same label", 1, 1)]
    [InlineData("mcc", "all rows have the same label", 1, 1)]
    [InlineData("pr-auc", "no negatives", 1, 1)]
    public void One_class_alone_leaves_metrics_undefined_not_zero(string key, string reason, double first, double second)
    {
        var value = MetricCatalog
            .Find(key, ModelTask.BinaryClassification)!
            .Measure(new Observations([first, second], new Scores([0.3, 0.6], 1), 2));

        Assert.False(value.IsDefined);
        Assert.Equal(reason, value.Undefined);
        Assert.True(double.IsNaN(value.Value));
    }

    [Fact]
    public void Nothing_predicted_positive_leaves_precision_undefined() =>
        Assert.Equal(
            "no row is predicted positive",
            MetricCatalog
                .Find("precision", ModelTask.BinaryClassification)!
                .Measure(new Observations([0, 1], new Scores([0.1, 0.2], 1), 2))
                .Undefined
        );

    [Fact]
    public void A_label_of_zero_leaves_mape_undefined() =>
        Assert.Equal(
            "a label is 0",
            MetricCatalog.Find("mape", ModelTask.Regression)!.Measure(new Observations([0, 1], new Scores([0, 2], 1), 0)).Undefined
        );

    [Fact]
    public void Every_metric_of_every_task_is_undefined_without_rows() =>
        Assert.All(MetricCatalog.All, metric =>
            Assert.Equal("no rows", metric.Measure(new Observations([], new Scores([], 1), 2)).Undefined)
        );

    [Theory]
    [InlineData(1)]
    [InlineData(1 / 6.0)]
    [InlineData(100)]
    public void A_calibration_error_does_not_depend_on_the_scale_of_the_weights(double weight)
    {
        // One bin per score: gaps 0.8 − 2/3 and 0.4 − 0; (6 · 0.0177… − 6 · (2/9)/5 + 4 · 0.16) / 10 without the noise of a bin that has
        // none.
        double[] scores = [.. Enumerable.Repeat(0.8, 6), .. Enumerable.Repeat(0.4, 4)];
        double[] labels = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0];
        var gap = 0.8 - (2 / 3.0);

        var value = MetricCatalog
            .Find("calibration-error", ModelTask.BinaryClassification)!
            .Measure(new Observations(labels, new Scores(scores, 1), 2, weights: [.. Enumerable.Repeat(weight, 10)]));

        Assert.Equal(Math.Sqrt(((6 * ((gap * gap) - (2 / 9.0 / 5))) + (4 * 0.16)) / 10), value.Value, 1e-12);
    }

    [Fact]
    public void Uneven_weights_count_as_their_effective_number_of_rows_in_a_calibration_error()
    {
        // One bin; weights 3 1 1 1: Σw = 6, Σw² = 12, effective 3. Share of positives 3/6, mean score 0.9.
        var value = MetricCatalog
            .Find("calibration-error", ModelTask.BinaryClassification)!
            .Measure(new Observations([1, 0, 0, 0], new Scores([0.9, 0.9, 0.9, 0.9], 1), 2, weights: [3, 1, 1, 1]));

        Assert.Equal(Math.Sqrt((0.4 * 0.4) - (0.25 / 2)), value.Value, 1e-12);
    }

    [Fact]
    public void A_perfectly_calibrated_model_has_a_calibration_error_near_zero_and_a_shifted_one_its_shift()
    {
        var random = new Random(1);
        var truth = Enumerable.Range(0, 20000).Select(_ => 0.2 + (0.6 * random.NextDouble())).ToArray();
        double[] labels = [.. truth.Select(share => random.NextDouble() < share ? 1.0 : 0)];
        double Error(double shift) =>
            MetricCatalog
                .Find("calibration-error", ModelTask.BinaryClassification)!
                .Measure(new Observations(labels, new Scores([.. truth.Select(share => share + shift)], 1), 2))
                .Value;

        // A bin's share has a standard error of at most 0.5/√1,333 = 0.014.
        Assert.InRange(Error(0), 0, 0.014);
        Assert.Equal(0.1, Error(0.1), 0.014);
    }
}
