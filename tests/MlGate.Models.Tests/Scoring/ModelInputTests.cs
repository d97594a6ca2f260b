using Microsoft.ML;
using Microsoft.ML.Data;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Models.Tests.ScoringHost;
using MlGate.Predictions;
using MlGate.Testing;

namespace MlGate.Models.Tests.Scoring;

/// <summary>
/// Models as teams have them: without input schema, with vectors of a range of columns, with other names; and fields that are missing or
/// unreadable.
/// </summary>
public sealed class ModelInputTests : IDisposable
{
    private const string Header = "a,b,c,t,y\n";
    private readonly TempFolder folder = new();
    private readonly MLContext ml = new(seed: 5);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Missing_numbers_are_what_the_loader_made_of_them(bool missingAsNaNs)
    {
        var path = Write(row => row % 4 == 0 ? "" : Text(row % 7));
        var (model, data) = Train(path, missingAsNaNs, ml.Transforms.Concatenate("Features", "a", "b", "c"));

        var set = await Predict(path, Save(model, data.Schema), gate =>
            gate with
            {
                Loader = new LoaderGate { MissingRealsAsNaNs = missingAsNaNs },
            }
        );

        Assert.Equal(Expected(model, data), set.Candidate.Values);
        Assert.DoesNotContain(set.Notes, note => note.Code == "MLG4014");
    }

    [Fact]
    public async Task Undeclared_a_missing_number_is_0_as_by_default_and_a_warning_counts_the_rows()
    {
        var path = Write(row => row % 4 == 0 ? "" : Text(row % 7));
        var (model, data) = Train(path, missingAsNaNs: false, ml.Transforms.Concatenate("Features", "a", "b", "c"));

        var set = await Predict(path, Save(model, data.Schema));

        Assert.Equal(Expected(model, data), set.Candidate.Values);
        var note = Assert.Single(set.Notes, note => note.Code == "MLG4014");
        Assert.Equal((Severity.Warn, Outcome.Inconclusive), (note.Severity, note.Outcome));
        Assert.Contains("read as 0, the default of ML.NET's text loader: 'a' in 25 of 100 rows", note.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undeclared_a_missing_number_is_NaN_for_a_model_that_handles_it()
    {
        var path = Write(row => row % 4 == 0 ? "" : Text(row % 7));
        var (model, data) = Train(
            path,
            missingAsNaNs: true,
            ml.Transforms.ReplaceMissingValues(
                    "a",
                    replacementMode: Microsoft.ML.Transforms.MissingValueReplacingEstimator.ReplacementMode.Mean
                )
                .Append(ml.Transforms.Concatenate("Features", "a", "b", "c"))
        );

        var set = await Predict(path, Save(model, data.Schema));

        Assert.Equal(Expected(model, data), set.Candidate.Values);
        Assert.Equal(
            (Severity.Info, Outcome.Passed),
            (Assert.Single(set.Notes, note => note.Code == "MLG4014") is var note ? (note.Severity, note.Outcome) : default)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_loader_that_is_saved_with_the_model_says_what_a_missing_number_is(bool missingAsNaNs)
    {
        var path = Write(row => row % 4 == 0 ? "" : Text(row % 7));
        var loader = Loader(missingAsNaNs);
        var (model, data) = Train(path, missingAsNaNs, ml.Transforms.Concatenate("Features", "a", "b", "c"));
        var saved = folder["loader.zip"];
        ml.Model.Save(model, loader, saved);

        var set = await Predict(path, saved);

        Assert.Equal(Expected(model, data), set.Candidate.Values);
        Assert.DoesNotContain(set.Notes, note => note.Code == "MLG4014");
    }

    [Fact]
    public async Task Odd_spellings_are_read_and_unreadable_values_are_counted()
    {
        var path = Write(row =>
            row == 5 ? "high"
            : row % 2 == 0 ? $" {row % 7} "
            : $"+{row % 7}"
        );
        var (model, data) = Train(path, missingAsNaNs: true, ml.Transforms.Concatenate("Features", "a", "b", "c"));

        var set = await Predict(path, Save(model, data.Schema));

        Assert.Equal(Expected(model, data), set.Candidate.Values);
        var note = Assert.Single(set.Notes, note => note.Code == "MLG4013");
        Assert.Equal((Severity.Warn, Outcome.Failed), (note.Severity, note.Outcome));
        Assert.Contains("'a' in 1 of 100 rows", note.Found, StringComparison.Ordinal);
        Assert.Equal([6], note.Evidence!.OffendingRows);
        Assert.DoesNotContain("high", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_input_schema_is_scored_and_what_was_inferred_is_said()
    {
        var path = Write(row => Text(row % 7));
        var (model, data) = Train(
            path,
            missingAsNaNs: true,
            ml.Transforms.Categorical.OneHotEncoding("hot", "t").Append(ml.Transforms.Concatenate("Features", "a", "b", "hot"))
        );

        var set = await Predict(path, Save(model, null));

        Assert.Equal(Expected(model, data), set.Candidate.Values);
        var note = Assert.Single(set.Notes, note => note.Code == "MLG4016");
        Assert.Contains("a: Single", note.Found, StringComparison.Ordinal);
        Assert.Contains("t: String", note.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vector_of_a_range_of_columns_is_filled_by_the_names_of_its_slots()
    {
        var path = Write(row => Text(row % 7));
        var (model, data) = TrainRange(path, hasHeader: true);

        var set = await Predict(path, Save(model, data.Schema));

        Assert.Equal(Expected(model, data), set.Candidate.Values);
    }

    [Fact]
    public async Task A_vector_without_names_is_filled_as_the_gate_file_says()
    {
        var path = Write(row => Text(row % 7));
        var (model, data) = TrainRange(path, hasHeader: false);
        var saved = Save(model, data.Schema);

        var problem = Assert.Single((await Result(path, saved)).Problems);
        var set = await Predict(path, saved, gate => gate with { Inputs = Inputs("Features", "a", "b", "c") });

        Assert.Equal("MLG4010", problem.Code);
        Assert.Contains("inputs: { Features: [", problem.Fix, StringComparison.Ordinal);
        Assert.Equal(Expected(model, data), set.Candidate.Values);
    }

    [Fact]
    public async Task A_vector_of_a_model_without_input_schema_is_filled_as_the_gate_file_says()
    {
        var path = Write(row => Text(row % 7));
        var (model, data) = TrainRange(path, hasHeader: false);
        var saved = Save(model, null);

        Assert.Contains("inputs: { Features: [", Assert.Single((await Result(path, saved)).Problems).Fix, StringComparison.Ordinal);
        Assert.Equal(
            Expected(model, data),
            (await Predict(path, saved, gate => gate with { Inputs = Inputs("Features", "a", "b", "c") })).Candidate.Values
        );
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a", "b", "nowhere")]
    [InlineData("a", "b", "y")]
    public async Task Wrong_inputs_are_refused(params string[] columns)
    {
        var path = Write(row => Text(row % 7));
        var (model, data) = TrainRange(path, hasHeader: false);

        Assert.Equal(
            "MLG4010",
            Assert
                .Single((await Result(path, Save(model, data.Schema), gate => gate with { Inputs = Inputs("Features", columns) })).Problems)
                .Code
        );
    }

    [Fact]
    public async Task Positional_names_are_mapped_by_the_gate_file_and_the_message_proposes_how()
    {
        var path = Write(row => Text(row % 7));
        var loader = ml.Data.CreateTextLoader(
            [
                new TextLoader.Column("col0", DataKind.Single, 0),
                new TextLoader.Column("col1", DataKind.Single, 1),
                new TextLoader.Column("Label", DataKind.Boolean, 4),
            ],
            ',',
            hasHeader: true
        );
        var data = loader.Load(path);
        var model = ml
            .Transforms.Concatenate("Features", "col0", "col1")
            .Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 3, minimumExampleCountPerLeaf: 2))
            .Fit(data);
        var saved = Save(model, data.Schema);

        var problem = Assert.Single((await Result(path, saved)).Problems);
        var inputs = new Dictionary<string, IReadOnlyList<string>> { ["col0"] = ["a"], ["col1"] = ["b"] };

        Assert.Contains("inputs: { col0: a, col1: b }", problem.Fix, StringComparison.Ordinal);
        Assert.Equal(Expected(model, data), (await Predict(path, saved, gate => gate with { Inputs = inputs })).Candidate.Values);
    }

    private static Dictionary<string, IReadOnlyList<string>> Inputs(string name, params string[] columns) => new() { [name] = columns };

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<double> Expected(ITransformer model, IDataView data) =>
        model.Transform(data).GetColumn<float>("Probability").Select(value => (double)value);

    private string Write(Func<int, string> a) =>
        folder.Write(
            "test.csv",
            Header
                + string.Concat(
                    Enumerable
                        .Range(0, 100)
                        .Select(row =>
                            $"{a(row)},{row % 5},{row % 3},{(row % 2 == 0 ? "even" : "odd")},{((row % 7) + (row % 5) > 5 ? 1 : 0)}\n"
                        )
                )
        );

    private TextLoader Loader(bool missingAsNaNs) =>
        ml.Data.CreateTextLoader(
            new TextLoader.Options
            {
                HasHeader = true,
                Separators = [','],
                MissingRealsAsNaNs = missingAsNaNs,
                Columns =
                [
                    new TextLoader.Column("a", DataKind.Single, 0),
                    new TextLoader.Column("b", DataKind.Single, 1),
                    new TextLoader.Column("c", DataKind.Single, 2),
                    new TextLoader.Column("t", DataKind.String, 3),
                    new TextLoader.Column("Label", DataKind.Boolean, 4),
                ],
            }
        );

    private (ITransformer Model, IDataView Data) Train(string path, bool missingAsNaNs, IEstimator<ITransformer> features)
    {
        var data = Loader(missingAsNaNs).Load(path);
        return (
            features.Append(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 5, minimumExampleCountPerLeaf: 2)).Fit(data),
            data
        );
    }

    private (ITransformer Model, IDataView Data) TrainRange(string path, bool hasHeader)
    {
        var loader = ml.Data.CreateTextLoader(
            [new TextLoader.Column("Features", DataKind.Single, 0, 2), new TextLoader.Column("Label", DataKind.Boolean, 4)],
            ',',
            hasHeader: true,
            dataSample: hasHeader ? new MultiFileSource(path) : null
        );
        var data = loader.Load(path);
        return (ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 5, minimumExampleCountPerLeaf: 2).Fit(data), data);
    }

    private string Save(ITransformer model, DataViewSchema? schema)
    {
        var path = folder["model.zip"];
        ml.Model.Save(model, schema, path);
        return path;
    }

    private async Task<PredictionSet> Predict(string test, string model, Func<ModelGate, ModelGate>? gate = null)
    {
        var result = await Result(test, model, gate);
        Assert.True(result.Value is not null, string.Join('\n', result.Problems.Select(problem => problem.Message)));
        return result.Value;
    }

    private async Task<Result<PredictionSet>> Result(string test, string model, Func<ModelGate, ModelGate>? gate = null)
    {
        var request = Requests.Of(test, model, label: "y");
        var plain = request.Model with { Positive = "1", Loader = new LoaderGate() };
        return await Requests
            .Predictions(folder.Path)
            .PredictAsync(request with { Model = gate is null ? plain : gate(plain) }, CancellationToken.None);
    }
}
