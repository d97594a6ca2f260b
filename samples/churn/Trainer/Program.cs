// Trains the churn model: reads data/train.csv, writes models/churn.zip. Run by `mlgate train`, which records what it was made from.
using System.Globalization;
using System.Text.Json;

using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

using Trainer;

var settings = JsonSerializer.Deserialize<Settings>(
    File.ReadAllText(Path.Combine("Trainer", "settings.json")),
    new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
var seed = int.Parse(Environment.GetEnvironmentVariable("MLGATE_SEED") ?? "42", CultureInfo.InvariantCulture);
var ml = new MLContext(seed);

var all = ml.Data.LoadFromTextFile<Customer>(Path.Combine("data", "train.csv"), new TextLoader.Options
{
    HasHeader = true,
    Separators = [','],
    AllowQuoting = true,
    MissingRealsAsNaNs = true,
});
var rows = ml.Data.CreateEnumerable<Customer>(all, reuseRowObject: false).ToList();
var used = rows.Take((int)Math.Round(rows.Count * settings.Rows)).ToList();

string[] numbers = ["female", "senior_citizen", "partner", "dependents", "tenure", "phone_service", "paperless_billing", "monthly_charges", "total_charges"];
string[] categories =
[
    "multiple_lines", "internet_service", "online_security", "online_backup", "device_protection", "tech_support", "streaming_tv",
    "streaming_movies", "contract", "payment_method",
];

// The label's mapping is not a part of the model: whoever asks it for a prediction has no label.
var label = ml.Transforms.Conversion.MapValue("IsChurn", [new KeyValuePair<string, bool>("Yes", true), new KeyValuePair<string, bool>("No", false)], "churn");
var pipeline = ml.Transforms.ReplaceMissingValues([.. numbers.Select(name => new InputOutputColumnPair(name + ".known", name))])
    .Append(ml.Transforms.Categorical.OneHotEncoding([.. categories.Select(name => new InputOutputColumnPair(name + ".hot", name))]))
    .Append(ml.Transforms.Concatenate("Features", [.. numbers.Select(name => name + ".known"), .. categories.Select(name => name + ".hot")]))
    .Append(ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
    {
        LabelColumnName = "IsChurn",
        FeatureColumnName = "Features",
        NumberOfTrees = settings.Trees,
        NumberOfLeaves = settings.Leaves,
        LearningRate = settings.LearningRate,
        Seed = seed,
        FeatureSelectionSeed = seed,
        NumberOfThreads = 1,
    }));

var data = ml.Data.LoadFromEnumerable(used);
var labelled = label.Fit(data).Transform(data);
var model = pipeline.Fit(labelled);
Directory.CreateDirectory("models");
var inputs = ml.Transforms.DropColumns("churn").Fit(all).Transform(all).Schema;
ml.Model.Save(model, inputs, Path.Combine("models", "churn.zip"));

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Trained on {used.Count} of {rows.Count} rows; wrote models/churn.zip."));
