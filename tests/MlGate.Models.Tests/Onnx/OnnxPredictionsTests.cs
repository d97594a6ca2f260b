using System.Globalization;
using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Models.Tests.ScoringHost;
using MlGate.Predictions;
using MlGate.Runs;
using MlGate.Testing;

namespace MlGate.Models.Tests.Onnx;

/// <summary>Models in the forms that scikit-learn, PyTorch and others export, against scores that are computed by hand.</summary>
public sealed class OnnxPredictionsTests(TrainedModels models) : IDisposable
{
    private static readonly float[] Weights = [0.7f, -0.02f];
    private const float Bias = 0.3f;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_classifier_as_scikit_learn_exports_it_answers_labels_and_maps()
    {
        var set = (await PredictAsync(Classifier(["No", "Yes"], maps: true), ("X", ["x", "age"]))).Value!;

        AssertEqual(Margins().Select(margin => 1 / (1 + Math.Exp(-margin))), set.Candidate.Values);
        Assert.True(set.Candidate.Calibrated);
        Assert.Equal(set.Candidate.Values.Select(value => value > 0.5 ? 1 : 0), set.Candidate.Decisions!);
    }

    [Theory]
    [InlineData("Yes", "No", 1)]
    [InlineData("No", "Yes", -1)]
    public async Task The_positive_class_is_found_by_its_label_and_not_by_its_place(string first, string second, int sign)
    {
        var set = (await PredictAsync(Classifier([first, second], maps: false), ("X", ["x", "age"]))).Value!;

        // The margin belongs to the second class.
        AssertEqual(Margins().Select(margin => 1 / (1 + Math.Exp(sign * margin))), set.Candidate.Values);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_network_as_PyTorch_exports_it_answers_probabilities_or_margins(bool withSigmoid)
    {
        var set = (await PredictAsync(Network(withSigmoid, rows: -1))).Value!;

        Assert.Equal(withSigmoid, set.Candidate.Calibrated);
        AssertEqual(Margins().Select(margin => withSigmoid ? 1 / (1 + Math.Exp(-margin)) : margin), set.Candidate.Values);
        Assert.Null(set.Candidate.Decisions);
    }

    [Fact]
    public async Task A_model_for_one_row_is_asked_row_by_row()
    {
        var all = (await PredictAsync(Network(withSigmoid: true, rows: -1))).Value!;
        var one = (await PredictAsync(Network(withSigmoid: true, rows: 1))).Value!;

        AssertEqual(all.Candidate.Values, one.Candidate.Values);
    }

    [Fact]
    public async Task Margins_of_a_linear_classifier_are_not_called_probabilities()
    {
        var set = (await PredictAsync(Classifier(["No", "Yes"], maps: false, transform: "NONE"), ("X", ["x", "age"]))).Value!;

        Assert.False(set.Candidate.Calibrated);
        AssertEqual(Margins(), set.Candidate.Values);
    }

    [Fact]
    public async Task Three_scores_are_no_binary_classification()
    {
        var model = Classifier(["0", "1", "2"], maps: true);

        Assert.Equal(Diagnostics.ScoreColumnsDiffer.Code, Assert.Single((await PredictAsync(model, ("X", ["x", "age"]))).Problems).Code);
    }

    [Fact]
    public async Task Several_classes_stand_in_ordinal_order_with_their_scores()
    {
        var set = (
            await PredictAsync(
                Classifier(["mid", "low", "high"], maps: true),
                ModelTask.MulticlassClassification,
                "kind",
                ("X", ["x", "age"])
            )
        ).Value!;

        Assert.Equal(["high", "low", "mid"], set.Classes);
        var first = Margins().First();

        // Margins are 0 for the first class, m for the second, 2 m for the third.
        double[] softmax = [Math.Exp(2 * first), Math.Exp(first), 1];
        AssertEqual(softmax.Select(value => value / softmax.Sum()), set.Candidate.Values.Take(3));
    }

    [Fact]
    public async Task A_regression_answers_numbers()
    {
        var set = (await PredictAsync(Regressor(), ModelTask.Regression, "target", ("X", ["x", "age"]))).Value!;

        AssertEqual(Margins(), set.Candidate.Values);
    }

    [Fact]
    public async Task Texts_and_whole_numbers_are_inputs_too()
    {
        var model = OnnxCraft.Model(
            OnnxCraft.Graph(
                OnnxCraft.Node(
                    "LabelEncoder",
                    OnnxCraft.Classic,
                    ["partner"],
                    ["known"],
                    OnnxCraft.Texts("keys_strings", "Yes", "No"),
                    OnnxCraft.Floats("values_floats", 5, -5)
                ),
                OnnxCraft.Node("Cast", "", ["age"], ["years"], OnnxCraft.Number("to", OnnxCraft.Float)),
                OnnxCraft.Node("Add", "", ["known", "years"], ["score"]),
                OnnxCraft.Input("partner", OnnxCraft.Text, -1, 1),
                OnnxCraft.Input("age", OnnxCraft.Long, -1, 1),
                OnnxCraft.Output("score", OnnxCraft.Float, -1, 1)
            )
        );

        var set = (await PredictAsync(model, ModelTask.Regression, "target")).Value!;

        AssertEqual(
            Rows().Select(row => double.Parse(row[5], CultureInfo.InvariantCulture) + (row[4] == "Yes" ? 5 : -5)),
            set.Candidate.Values
        );
    }

    [Fact]
    public async Task A_vector_without_declared_columns_is_said_with_the_line_to_write()
    {
        var problem = Assert.Single((await PredictAsync(Classifier(["No", "Yes"], maps: true))).Problems);

        Assert.Equal(Diagnostics.InputColumnMissing.Code, problem.Code);
        Assert.Equal("the model reads 'X' as 2 values, and does not say which columns", problem.Found);
        Assert.StartsWith("Write in the gate file: inputs: { X: [id, x", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Classes_without_the_positive_one_are_named()
    {
        var problem = Assert.Single((await PredictAsync(Classifier(["cat", "dog"], maps: true), ("X", ["x", "age"]))).Problems);

        Assert.Equal(Diagnostics.ScoreColumnsDiffer.Code, problem.Code);
        Assert.Equal("the classes of the model are cat, dog", problem.Found);
    }

    [Fact]
    public async Task A_model_that_never_ends_is_stopped_at_its_limit()
    {
        var body = OnnxCraft.Graph(
            OnnxCraft.Node("Identity", "", ["go"], ["on"]),
            OnnxCraft.Node("Add", "", ["value", "value"], ["next"]),
            OnnxCraft.Input("step", OnnxCraft.Long),
            OnnxCraft.Input("go", OnnxCraft.Bool),
            OnnxCraft.Input("value", OnnxCraft.Float, -1, 1),
            OnnxCraft.Output("on", OnnxCraft.Bool),
            OnnxCraft.Output("next", OnnxCraft.Float, -1, 1)
        );
        var model = OnnxCraft.Model(
            OnnxCraft.Graph(
                OnnxCraft.Node("Loop", "", ["", "", "x"], ["score"], OnnxCraft.Inner("body", body)),
                OnnxCraft.Input("x", OnnxCraft.Float, -1, 1),
                OnnxCraft.Output("score", OnnxCraft.Float, -1, 1)
            )
        );

        var problem = Assert.Single((await PredictAsync(model, ModelTask.Regression, "target", TimeSpan.FromSeconds(3))).Problems);

        Assert.Equal(Diagnostics.TimedOut.Code, problem.Code);
    }

    /// <summary>Logits of each row: 0 for the first class, m for the second, 2 m for the third.</summary>
    internal static byte[] Classifier(string[] classes, bool maps, string transform = "SOFTMAX")
    {
        var labels = OnnxCraft.Texts("classlabels_strings", classes);
        var classify = OnnxCraft.Node(
            "LinearClassifier",
            OnnxCraft.Classic,
            ["X"],
            ["label", "probabilities"],
            OnnxCraft.Floats("coefficients", [.. classes.SelectMany((_, of) => Weights.Select(weight => weight * of))]),
            OnnxCraft.Floats("intercepts", [.. classes.Select((_, of) => Bias * of)]),
            OnnxCraft.Word("post_transform", transform),
            labels
        );
        return OnnxCraft.Model(
            OnnxCraft.Graph(
                classify,
                maps
                    ? OnnxCraft.Node(
                        "ZipMap",
                        OnnxCraft.Classic,
                        ["probabilities"],
                        ["output_probability"],
                        OnnxCraft.Texts("classlabels_strings", classes)
                    )
                    : [],
                OnnxCraft.Input("X", OnnxCraft.Float, -1, 2),
                OnnxCraft.Output("label", OnnxCraft.Text, -1),
                maps ? OnnxCraft.Maps("output_probability") : OnnxCraft.Output("probabilities", OnnxCraft.Float, -1, classes.Length)
            )
        );
    }

    private static byte[] Network(bool withSigmoid, long rows) =>
        OnnxCraft.Model(
            OnnxCraft.Graph(
                OnnxCraft.Node("Concat", "", ["x", "age"], ["both"], OnnxCraft.Number("axis", 1)),
                OnnxCraft.Node("Gemm", "", ["both", "weights", "bias"], [withSigmoid ? "logit" : "score"]),
                withSigmoid ? OnnxCraft.Node("Sigmoid", "", ["logit"], ["score"]) : [],
                OnnxCraft.Constant("weights", OnnxCraft.Float, [2, 1], Weights),
                OnnxCraft.Constant("bias", OnnxCraft.Float, [1], Bias),
                OnnxCraft.Input("x", OnnxCraft.Float, rows, 1),
                OnnxCraft.Input("age", OnnxCraft.Float, rows, 1),
                OnnxCraft.Input("weights", OnnxCraft.Float, 2, 1),
                OnnxCraft.Output("score", OnnxCraft.Float, rows, 1)
            )
        );

    private static byte[] Regressor() =>
        OnnxCraft.Model(
            OnnxCraft.Graph(
                OnnxCraft.Node(
                    "LinearRegressor",
                    OnnxCraft.Classic,
                    ["X"],
                    ["variable"],
                    OnnxCraft.Floats("coefficients", Weights),
                    OnnxCraft.Floats("intercepts", Bias)
                ),
                OnnxCraft.Input("X", OnnxCraft.Float, -1, 2),
                OnnxCraft.Output("variable", OnnxCraft.Float, -1, 1)
            )
        );

    private IEnumerable<string[]> Rows() => File.ReadLines(models.Test).Skip(1).Select(line => line.Split(','));

    private IEnumerable<double> Margins() =>
        Rows()
            .Select(row =>
                (Weights[0] * double.Parse(row[1], CultureInfo.InvariantCulture))
                + (Weights[1] * double.Parse(row[5], CultureInfo.InvariantCulture))
                + Bias
            );

    private Task<Result<PredictionSet>> PredictAsync(byte[] model, params (string Name, string[] Columns)[] inputs) =>
        PredictAsync(model, ModelTask.BinaryClassification, "churn", inputs);

    private Task<Result<PredictionSet>> PredictAsync(
        byte[] model,
        ModelTask task,
        string label,
        params (string Name, string[] Columns)[] inputs
    ) => PredictAsync(model, task, label, null, inputs);

    private async Task<Result<PredictionSet>> PredictAsync(
        byte[] model,
        ModelTask task,
        string label,
        TimeSpan? within,
        params (string Name, string[] Columns)[] inputs
    )
    {
        var path = Path.Combine(folder.Path, $"model{Guid.NewGuid():N}.onnx");
        await File.WriteAllBytesAsync(path, model);
        var request = Requests.Of(models.Test, path, task: task, label: label);
        return await Requests
            .Predictions(folder.Path)
            .PredictAsync(
                request with
                {
                    Model = request.Model with
                    {
                        Timeout = within,
                        Inputs = inputs.ToDictionary(input => input.Name, input => (IReadOnlyList<string>)input.Columns),
                    },
                },
                CancellationToken.None
            );
    }

    private static void AssertEqual(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        var (one, other) = (expected.ToList(), actual.ToList());
        Assert.Equal(one.Count, other.Count);
        Assert.All(one.Zip(other), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * Math.Max(1, Math.Abs(pair.First))));
    }
}
