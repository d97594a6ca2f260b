using MlGate.Gates;
using MlGate.Models.Formats;
using MlGate.Models.Scoring;
using MlGate.Models.Sources;

namespace MlGate.Models.Tests.Sources;

/// <summary>The rows that the gate file knows, and the classes that read their files.</summary>
public sealed class FormatTests
{
    [Fact]
    public void Every_row_has_the_class_that_reads_it()
    {
        Assert.Equal(
            ModelFormats.All.Select(row => row.Key).Order(StringComparer.Ordinal),
            KnownFormats.All.All.Select(format => format.Format.Key).Order(StringComparer.Ordinal)
        );
        Assert.All(KnownFormats.All.All, format => Assert.Equal(format.Format.IsPredictions, format is IPredictionsFormat));
        Assert.All(KnownFormats.All.All, format => Assert.NotEqual(format.Format.IsPredictions, format is IScoredFormat));
    }

    [Fact]
    public void Every_class_of_a_format_is_known()
    {
        var classes = typeof(KnownFormats)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IModelFormat)));

        Assert.Equal(
            classes.Select(type => type.Name).Order(StringComparer.Ordinal),
            KnownFormats.All.All.Select(format => format.GetType().Name).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("models/churn.zip", "ml-net")]
    [InlineData("models/churn", "ml-net")]
    [InlineData("models/churn.csv.zip", "ml-net")]
    [InlineData("models/churn.ONNX", "onnx")]
    [InlineData("predictions.CSV", "predictions")]
    [InlineData("predictions.json.gz", "predictions")]
    [InlineData("predictions.parquet", "predictions")]
    public void A_name_tells_the_format(string path, string key) => Assert.Equal(key, ModelFormats.For(path).Key);

    [Fact]
    public void An_extension_belongs_to_one_format()
    {
        var extensions = ModelFormats.All.SelectMany(format => format.Extensions).ToList();

        Assert.Equal(extensions.Distinct(StringComparer.OrdinalIgnoreCase), extensions);
        Assert.Single(ModelFormats.All, format => format.Extensions.Count == 0);
    }

    [Fact]
    public void The_version_of_an_engine_is_part_of_the_key_of_its_scores() =>
        Assert.All(KnownFormats.All.All.OfType<IScoredFormat>(), format => Assert.NotEqual("", format.EngineVersion));
}
