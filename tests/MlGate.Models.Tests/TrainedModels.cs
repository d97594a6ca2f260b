using System.Globalization;
using System.Text;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlGate.Models.Tests;
using MlGate.Testing;

[assembly: AssemblyFixture(typeof(TrainedModels))]

namespace MlGate.Models.Tests;

/// <summary>Small real models, trained once, and a test set that they fit.</summary>
public sealed class TrainedModels : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly MLContext ml = new(seed: 7);
    private readonly IDataView train;

    public TrainedModels()
    {
        var random = new Random(11);
        var rows = Enumerable.Range(0, 600).Select(index => Row.Draw(index, random)).ToList();
        train = ml.Data.LoadFromEnumerable(rows.Skip(200));
        Test = folder.Write("test.csv", Row.Csv(rows.Take(200)));
        var features = Features();
        Candidate = Save("candidate", features.Append(ml.BinaryClassification.Trainers.FastTree("Label", numberOfTrees: 20)));
        Baseline = Save("baseline", features.Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression("Label")));
        Margins = Save("margins", features.Append(ml.BinaryClassification.Trainers.LinearSvm("Label")));
        Multiclass = Save(
            "multiclass",
            ml.Transforms.Conversion.MapValueToKey("Label", "kind")
                .Append(features)
                .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy("Label"))
                .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"))
        );
        MulticlassTrees = Save(
            "multiclass-trees",
            ml.Transforms.Conversion.MapValueToKey("Label", "kind")
                .Append(features)
                .Append(ml.MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.FastTree(numberOfTrees: 5)))
        );
        var (prepared, moved) = (features.Fit(train), ml.BinaryClassification.Trainers.FastTree("Label", numberOfTrees: 20));
        var tree = moved.Fit(prepared.Transform(train));
        MovedThreshold = Save(
            "moved-threshold",
            new TransformerChain<ITransformer>(prepared, ml.BinaryClassification.ChangeModelThreshold(tree, 3))
        );
        MarginsWithPlatt = Save(
            "margins-platt",
            features.Append(ml.BinaryClassification.Trainers.LinearSvm("Label")).Append(ml.BinaryClassification.Calibrators.Platt("Label"))
        );
        TwoClasses = Save(
            "two-classes",
            ml.Transforms.Conversion.MapValueToKey("Label", "contract")
                .Append(features)
                .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy("Label"))
        );
        Regression = Save("regression", features.Append(ml.Regression.Trainers.FastTree("target", numberOfTrees: 20)));
        SeesLabel = Save(
            "sees-label",
            ml.Transforms.Categorical.OneHotEncoding("L", "churn")
                .Append(ml.Transforms.Concatenate("Features", "L", "x"))
                .Append(ml.BinaryClassification.Trainers.FastTree("Label", numberOfTrees: 3))
        );
        Unguarded = Save(
            "unguarded",
            ml.Transforms.Concatenate("Features", "x", "y").Append(ml.BinaryClassification.Trainers.LbfgsLogisticRegression("Label"))
        );
        NeedsMore = Save(
            "needs-more",
            ml.Transforms.Concatenate("Features", "x", "secret_column")
                .Append(ml.BinaryClassification.Trainers.FastTree("Label", numberOfTrees: 3))
        );
        Custom = Save(
            "custom",
            features
                .Append(ml.Transforms.CustomMapping<Nothing, Nothing>((_, _) => { }, "nothing"))
                .Append(ml.BinaryClassification.Trainers.FastTree("Label", numberOfTrees: 3))
        );
    }

    public string Test { get; }

    public string Candidate { get; }

    public string Baseline { get; }

    public string Margins { get; }

    /// <summary>The candidate, which predicts the positive class only from a higher score on.</summary>
    public string MovedThreshold { get; }

    /// <summary>The margins, calibrated: their sign still decides.</summary>
    public string MarginsWithPlatt { get; }

    public string Multiclass { get; }

    public string MulticlassTrees { get; }

    public string TwoClasses { get; }

    public string Regression { get; }

    public string SeesLabel { get; }

    public string NeedsMore { get; }

    /// <summary>Answers NaN where y is missing.</summary>
    public string Unguarded { get; }

    public string Custom { get; }

    /// <summary>All that the gate takes.</summary>
    public IEnumerable<string> Honest =>
        [Candidate, Baseline, Margins, MovedThreshold, MarginsWithPlatt, Multiclass, MulticlassTrees, TwoClasses, Regression];

    /// <summary>What ML.NET itself says of the test set: the slow and obvious twin.</summary>
    public IReadOnlyList<T> Expect<T>(string model, string column)
    {
        var transformer = ml.Model.Load(model, out _);
        var rows = ml.Data.LoadFromEnumerable(File.ReadLines(Test).Skip(1).Select(Row.Parse));
        return [.. transformer.Transform(rows).GetColumn<T>(column)];
    }

    public void Dispose() => folder.Dispose();

    private IEstimator<ITransformer> Features() =>
        ml
            .Transforms.Categorical.OneHotEncoding("c", "contract")
            .Append(ml.Transforms.ReplaceMissingValues("y"))
            .Append(ml.Transforms.Conversion.ConvertType("p", "partner", DataKind.Single))
            .Append(ml.Transforms.Conversion.ConvertType("a", "age", DataKind.Single))
            .Append(ml.Transforms.Concatenate("Features", "x", "y", "c", "p", "a"));

    private string Save(string name, IEstimator<ITransformer> pipeline) => Save(name, pipeline.Fit(train));

    private string Save(string name, ITransformer model)
    {
        var path = folder[name + ".zip"];
        ml.Model.Save(model, train.Schema, path);
        return path;
    }

    private sealed class Nothing;

    private sealed class Row
    {
        [ColumnName("x")]
        public float X { get; set; }

        [ColumnName("y")]
        public float Y { get; set; }

        [ColumnName("contract")]
        public string Contract { get; set; } = "";

        [ColumnName("partner")]
        public bool Partner { get; set; }

        [ColumnName("age")]
        public int Age { get; set; }

        [ColumnName("churn")]
        public string Churn { get; set; } = "";

        public bool Label { get; set; }

        [ColumnName("kind")]
        public string Kind { get; set; } = "";

        [ColumnName("target")]
        public float Target { get; set; }

        [ColumnName("secret_column")]
        public float Secret { get; set; }

        public static Row Draw(int index, Random random)
        {
            var (x, y) = ((float)random.NextDouble(), index % 17 == 0 ? float.NaN : (float)random.NextDouble());
            var row = new Row
            {
                X = x,
                Y = y,
                Contract = random.Next(2) == 0 ? "Monthly" : "Yearly",
                Partner = random.Next(2) == 0,
                Age = random.Next(18, 80),
            };
            var churn = x + (row.Contract == "Monthly" ? 0.3 : 0) + (random.NextDouble() * 0.4) > 0.8;
            (row.Churn, row.Label, row.Kind) = (
                churn ? "Yes" : "No",
                churn,
                x > 0.6 ? "high"
                : random.Next(2) == 0 ? "mid"
                : "low"
            );
            row.Target = (x * 3) + row.Age;
            return row;
        }

        public static string Csv(IEnumerable<Row> rows)
        {
            var text = new StringBuilder("id,x,y,contract,partner,age,churn,kind,target,weight,household\n");
            var id = 0;
            foreach (var row in rows)
            {
                id++;
                var y = float.IsNaN(row.Y) ? "" : row.Y.ToString("R", CultureInfo.InvariantCulture);
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"r{id},{row.X:R},{y},{row.Contract},{(row.Partner ? "Yes" : "No")},{row.Age},{row.Churn},{row.Kind},{row.Target:R},"
                        + $"{(id % 3) + 1},{(id % 5 == 0 ? "" : "h" + (id % 40))}\n"
                );
            }

            return text.ToString();
        }

        public static Row Parse(string line)
        {
            var cells = line.Split(',');
            return new Row
            {
                X = float.Parse(cells[1], CultureInfo.InvariantCulture),
                Y = cells[2].Length == 0 ? float.NaN : float.Parse(cells[2], CultureInfo.InvariantCulture),
                Contract = cells[3],
                Partner = cells[4] == "Yes",
                Age = int.Parse(cells[5], CultureInfo.InvariantCulture),
                Churn = cells[6],
                Label = cells[6] == "Yes",
                Kind = cells[7],
                Target = float.Parse(cells[8], CultureInfo.InvariantCulture),
            };
        }
    }
}
