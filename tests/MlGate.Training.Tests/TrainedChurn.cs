using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;

namespace MlGate.Training.Tests;

/// <summary>A gate with one model that declares its training.</summary>
internal static class TrainedChurn
{
    public static readonly FilePlace Place = new("mlgate.yml", 30, 5);

    public static Gate Gate() =>
        new()
        {
            Name = "churn",
            Place = Place,
            Datasets =
            [
                new DatasetGate
                {
                    Name = "train",
                    Path = "data/train.csv",
                    Place = Place,
                },
                new DatasetGate
                {
                    Name = "test",
                    Path = "data/test.csv",
                    Place = Place,
                },
            ],
            Models = [Model()],
        };

    public static ModelGate Model(string command = "train it") =>
        new()
        {
            Name = "churn",
            Path = "models/churn.zip",
            Place = Place,
            Task = ModelTask.BinaryClassification,
            Test = "test",
            Label = "churn",
            Train = new TrainGate
            {
                Place = Place,
                Command = command,
                Datasets = ["train"],
                Code = ["Trainer/"],
                Seed = 42,
                Within = TimeSpan.FromMinutes(1),
            },
        };
}
