using System.Security.Cryptography;
using Microsoft.ML;
using MlGate.Models.Scoring;

namespace MlGate.Models.Formats.MlNet;

/// <summary>What a saved model of ML.NET says about itself.</summary>
internal static class MlNetDescription
{
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
