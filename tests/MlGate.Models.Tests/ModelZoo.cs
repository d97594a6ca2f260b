using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MlGate.Models.Tests;

/// <summary>One model of every usual trainer, behind every usual transform: the allow-list must hold all that they are saved as.</summary>
internal static class ModelZoo
{
    public static IEnumerable<string> Save(string folder)
    {
        var ml = new MLContext(seed: 3);
        var random = new Random(4);
        var data = ml.Data.LoadFromEnumerable(
            Enumerable
                .Range(0, 120)
                .Select(index => new Animal
                {
                    Size = (float)random.NextDouble(),
                    Legs = random.Next(2, 9),
                    Name = new[] { "cat", "dog", "bird that sings" }[index % 3],
                    Label = index % 2 == 0,
                    Weight = (float)random.NextDouble() + (index % 2),
                })
        );
        var transforms = ml
            .Transforms.Text.FeaturizeText("Text", "Name")
            .Append(ml.Transforms.ReplaceMissingValues("Size"))
            .Append(ml.Transforms.IndicateMissingValues("SizeMissing", "Size"))
            .Append(ml.Transforms.Conversion.ConvertType("SizeMissing", outputKind: DataKind.Single))
            .Append(ml.Transforms.Categorical.OneHotHashEncoding("Hashed", "Name", numberOfBits: 4))
            .Append(ml.Transforms.Categorical.OneHotEncoding("Coded", "Name"))
            .Append(ml.Transforms.Text.NormalizeText("Norm", "Name"))
            .Append(ml.Transforms.Text.TokenizeIntoWords("Tokens", "Norm"))
            .Append(ml.Transforms.Text.RemoveDefaultStopWords("Tokens"))
            .Append(ml.Transforms.Text.RemoveStopWords("Tokens", stopwords: "the"))
            .Append(ml.Transforms.Conversion.MapValueToKey("Tokens"))
            .Append(ml.Transforms.Text.ProduceNgrams("Grams", "Tokens"))
            .Append(ml.Transforms.Conversion.MapValue("Mapped", new Dictionary<string, float> { ["cat"] = 1, ["dog"] = 2 }, "Name"))
            .Append(ml.Transforms.NormalizeMinMax("MinMax", "Size"))
            .Append(ml.Transforms.NormalizeMeanVariance("MeanVar", "Size"))
            .Append(ml.Transforms.NormalizeLogMeanVariance("LogVar", "Legs"))
            .Append(ml.Transforms.NormalizeBinning("Binned", "Size"))
            .Append(ml.Transforms.NormalizeSupervisedBinning("Supervised", "Size"))
            .Append(ml.Transforms.NormalizeRobustScaling("Robust", "Size"))
            .Append(ml.Transforms.Expression("Sum", "(x, y) => x + y", "Size", "Legs"))
            .Append(ml.Transforms.CopyColumns("Copy", "Size"))
            .Append(
                ml.Transforms.Concatenate(
                    "Features",
                    "Text",
                    "SizeMissing",
                    "Hashed",
                    "Coded",
                    "Grams",
                    "Mapped",
                    "MinMax",
                    "MeanVar",
                    "LogVar",
                    "Binned",
                    "Supervised",
                    "Robust",
                    "Sum",
                    "Copy"
                )
            )
            .Append(ml.Transforms.NormalizeLpNorm("Features"))
            .Append(ml.Transforms.ProjectToPrincipalComponents("Components", "Features", rank: 2))
            .Append(ml.Transforms.ApproximatedKernelMap("Kernel", "Features", rank: 4))
            .Append(ml.Transforms.Concatenate("Features", "Features", "Components", "Kernel"))
            .Append(ml.Transforms.DropColumns("Copy"));
        var prepared = transforms.Fit(data);
        var keyed = prepared.Append(ml.Transforms.Conversion.MapValueToKey("Key", "Name").Fit(prepared.Transform(data)));
        var (binary, several, number) = (ml.BinaryClassification.Trainers, ml.MulticlassClassification.Trainers, ml.Regression.Trainers);
        Dictionary<string, IEstimator<ITransformer>> trainers = new()
        {
            ["perceptron"] = binary.AveragedPerceptron(),
            ["fast-forest"] = binary.FastForest(numberOfTrees: 3),
            ["fast-tree"] = binary.FastTree(numberOfTrees: 3),
            ["gam"] = binary.Gam(numberOfIterations: 5),
            ["lbfgs"] = binary.LbfgsLogisticRegression(),
            ["local-svm"] = binary.LdSvm(numberOfIterations: 5),
            ["linear-svm"] = binary.LinearSvm(),
            ["prior"] = binary.Prior(),
            ["sdca"] = binary.SdcaLogisticRegression(maximumNumberOfIterations: 5),
            ["sdca-raw"] = binary.SdcaNonCalibrated(maximumNumberOfIterations: 5),
            ["sgd"] = binary.SgdCalibrated(numberOfIterations: 3),
            ["factorization"] = binary.FieldAwareFactorizationMachine(["Features"]),
            ["bayes"] = several.NaiveBayes("Key"),
            ["max-entropy"] = several.LbfgsMaximumEntropy("Key"),
            ["sdca-several"] = several.SdcaMaximumEntropy("Key", maximumNumberOfIterations: 5),
            ["sdca-several-raw"] = several.SdcaNonCalibrated("Key", maximumNumberOfIterations: 5),
            ["pairs"] = several.PairwiseCoupling(binary.AveragedPerceptron(), "Key"),
            ["one-against-all"] = several.OneVersusAll(binary.AveragedPerceptron(), "Key"),
            ["number-tree"] = number.FastTree("Weight", numberOfTrees: 3),
            ["number-forest"] = number.FastForest("Weight", numberOfTrees: 3),
            ["number-tweedie"] = number.FastTreeTweedie("Weight", numberOfTrees: 3),
            ["number-gam"] = number.Gam("Weight", numberOfIterations: 5),
            ["number-poisson"] = number.LbfgsPoissonRegression("Weight"),
            ["number-gradient"] = number.OnlineGradientDescent("Weight"),
            ["number-sdca"] = number.Sdca("Weight", maximumNumberOfIterations: 5),
            ["clusters"] = ml.Clustering.Trainers.KMeans("Features", numberOfClusters: 2),
        };
        if (NativeLibrary.TryLoad("lib_lightgbm", typeof(Microsoft.ML.Trainers.LightGbm.LightGbmBinaryTrainer).Assembly, null, out _))
        {
            trainers.Add("boosted", binary.LightGbm(numberOfIterations: 3));
            trainers.Add("boosted-several", several.LightGbm("Key", numberOfIterations: 3));
            trainers.Add("boosted-number", number.LightGbm("Weight", numberOfIterations: 3));
        }

        var input = keyed.Transform(data);
        foreach (var (name, trainer) in trainers)
        {
            var path = Path.Combine(folder, name + ".zip");
            ml.Model.Save(keyed.Append(trainer.Fit(input)), data.Schema, path);
            yield return path;
        }
    }

    private sealed class Animal
    {
        public float Size { get; set; }

        public float Legs { get; set; }

        public string Name { get; set; } = "";

        public bool Label { get; set; }

        public float Weight { get; set; }
    }
}
