using System.Security.Cryptography;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Models.Formats.MlNet;
using MlGate.Models.Scoring;
using MlGate.Testing;

namespace MlGate.Models.Tests.Sources;

/// <summary>What a saved model says about itself.</summary>
public sealed class ModelDescriptionTests(TrainedModels models)
{
    [Fact]
    public void A_model_says_what_it_predicts_reads_and_was_trained_on()
    {
        var (regression, binary, several) = (Describe(models.Regression), Describe(models.Candidate), Describe(models.Multiclass));

        Assert.Equal(
            (ModelTask.Regression, ModelTask.BinaryClassification, ModelTask.MulticlassClassification),
            (regression.Task, binary.Task, several.Task)
        );
        Assert.Contains("target", regression.Columns);
        Assert.DoesNotContain("target", regression.Inputs);
        Assert.Contains("x", regression.Inputs);
        Assert.DoesNotContain("kind", several.Inputs);
    }

    [Fact]
    public void It_comes_back_from_its_file_and_nothing_else_does()
    {
        using var folder = new TempFolder();
        var description = Describe(models.Regression);
        description.Write(folder["description.json"]);

        var read = ModelDescription.Read(folder["description.json"])!;

        Assert.Equal(
            (description.Task, string.Join(' ', description.Inputs), string.Join(' ', description.Columns)),
            (read.Task, string.Join(' ', read.Inputs), string.Join(' ', read.Columns))
        );
        Assert.Null(ModelDescription.Read(folder.Write("other.json", "{ \"task\": \"forecast\" }")));
        Assert.Null(ModelDescription.Read(folder["missing.json"]));
    }

    [Fact]
    public void A_file_that_is_no_model_or_was_changed_says_nothing()
    {
        using var folder = new TempFolder();
        var text = folder.Write("model.zip", "no archive");

        Assert.Null(new MlNetFormat().Describe(Request(text)));
        Assert.Null(new MlNetFormat().Describe(Request(models.Regression) with { Sha256 = new string('0', 64) }));
    }

    private static ModelDescription Describe(string path)
    {
        var description = new MlNetFormat().Describe(Request(path));
        Assert.NotNull(description);
        return description;
    }

    private static RequestedModel Request(string path) =>
        new("model", path, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), ModelFormats.MlNet.Key);
}
