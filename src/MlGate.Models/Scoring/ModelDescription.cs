using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.ML;
using MlGate.Metrics;
using MlGate.Platform;

namespace MlGate.Models.Scoring;

/// <summary>What a saved model says about itself: for a first gate file.</summary>
internal sealed record ModelDescription
{
    private const int LargestFile = 4 << 20;

    /// <summary>What it predicts; null where its score does not say.</summary>
    public ModelTask? Task { get; init; }

    /// <summary>Names of the columns that its score is computed from.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>Names of all columns of the data that it was trained on.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Describes a model whose bytes are what they must be.</summary>
    /// <returns>Null for a model that cannot be loaded or has no score.</returns>
    public static ModelDescription? From(RequestedModel requested)
    {
        try
        {
            var context = new MLContext(seed: 0);
            using var stream = File.OpenRead(requested.Location);
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != requested.Sha256)
            {
                return null;
            }

            stream.Position = 0;
            var transformer = context.Model.Load(stream, out var schema);
            return schema is null ? null : From(transformer, schema);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>Reads what the scoring process wrote; null for anything else than a description.</summary>
    public static ModelDescription? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(RegularFile.ReadBytes(path, LargestFile), ScoringJson.Default.ModelDescription);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string path)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        JsonSerializer.Serialize(stream, this, ScoringJson.Default.ModelDescription);
    }

    private static ModelDescription? From(ITransformer transformer, DataViewSchema schema)
    {
        var output = transformer.GetOutputSchema(schema);
        if (output.GetColumnOrNull("Score") is not { } score)
        {
            return null;
        }

        IEnumerable<DataViewSchema.Column> inputs = schema;
        if (transformer.IsRowToRowMapper)
        {
            var mapper = transformer.GetRowToRowMapper(schema);
            inputs = mapper.GetDependencies([mapper.OutputSchema[score.Name]]);
        }

        return new ModelDescription
        {
            Task = ModelOutput.TaskIn(output),
            Inputs = [.. inputs.Select(column => column.Name)],
            Columns = [.. schema.Where(column => !column.IsHidden).Select(column => column.Name)],
        };
    }
}
