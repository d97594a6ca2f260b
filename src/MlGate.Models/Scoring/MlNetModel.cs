using System.Globalization;
using System.Security.Cryptography;

using Microsoft.ML;
using Microsoft.ML.Data;

using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Models.Scoring;

/// <summary>A loaded model of ML.NET, bound to the columns of a test set.</summary>
internal sealed class MlNetModel
{
    private readonly ITransformer transformer;
    private readonly DataViewSchema schema;
    private readonly DataViewSchema.Column score;

    private MlNetModel(ITransformer transformer, DataViewSchema schema, DataViewSchema.Column score, IReadOnlyList<InputColumn> inputs, ScoredModel header) =>
        (this.transformer, this.schema, this.score, Inputs, Header) = (transformer, schema, score, inputs, header);

    /// <summary>The columns that the score depends on.</summary>
    public IReadOnlyList<InputColumn> Inputs { get; }

    /// <summary>What its columns of the matrix are.</summary>
    public ScoredModel Header { get; }

    /// <summary>Loads a model, if its bytes are what they must be, and binds it.</summary>
    public static (MlNetModel? Model, ScoringProblem? Problem) Load(MLContext context, RequestedModel requested, ScoringRequest request, IReadOnlyList<string> dataColumns)
    {
        ITransformer transformer;
        DataViewSchema? schema;
        using (var stream = File.OpenRead(requested.Location))
        {
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != requested.Sha256)
            {
                return (null, new(Diagnostics.ChangedWhileRead.Code, "the model's private copy changed", "bytes that stay as they are", "Run again"));
            }

            stream.Position = 0;
            try
            {
                transformer = context.Model.Load(stream, out schema);
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                return (null, LoadProblem(problem));
            }
        }

        if (schema is null)
        {
            return (null, new(
                Diagnostics.ModelNotLoadable.Code, "the model does not say which columns it reads", "a model saved with its input schema", "Pass the training data's schema to Model.Save"));
        }

        try
        {
            return Bind(requested.Name, transformer, schema, request, dataColumns);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or FormatException)
        {
            return (null, LoadProblem(problem));
        }
    }

    /// <summary>Scores the rows of a chunk into a matrix.</summary>
    /// <param name="chunk">The rows.</param>
    /// <param name="matrix">Row-major.</param>
    /// <param name="stride">Columns of the matrix.</param>
    /// <param name="first">This model's first column.</param>
    /// <returns>How many rows the model answered.</returns>
    public int Score(RowChunk chunk, double[] matrix, int stride, int first)
    {
        var view = transformer.Transform(new ChunkView(schema, Inputs.ToDictionary(input => input.Column.Index, input => chunk[input.Source]), chunk.Rows));
        var column = view.Schema[score.Name];
        using var cursor = view.GetRowCursor([column]);
        var row = 0;
        if (column.Type is VectorDataViewType)
        {
            var getter = cursor.GetGetter<VBuffer<float>>(column);
            VBuffer<float> values = default;
            for (; cursor.MoveNext() && row < chunk.Rows; row++)
            {
                getter(ref values);
                var target = matrix.AsSpan((row * stride) + first, Header.Columns);
                target.Clear();
                foreach (var item in values.Items())
                {
                    target[item.Key] = item.Value;
                }
            }
        }
        else
        {
            var getter = cursor.GetGetter<float>(column);
            float value = 0;
            for (; cursor.MoveNext(); row++)
            {
                if (row < chunk.Rows)
                {
                    getter(ref value);
                    matrix[(row * stride) + first] = value;
                }
            }
        }

        return row;
    }

    private static (MlNetModel? Model, ScoringProblem? Problem) Bind(
        string name, ITransformer transformer, DataViewSchema schema, ScoringRequest request, IReadOnlyList<string> dataColumns)
    {
        var (score, header, problem) = ModelOutput.Of(name, request.Task, transformer.GetOutputSchema(schema));
        if (problem is not null)
        {
            return (null, problem);
        }

        var inputs = new List<InputColumn>();
        foreach (var column in Dependencies(transformer, schema, score, request.Label))
        {
            if (column.Name == request.Label)
            {
                return (null, new(
                    Diagnostics.InputColumnMissing.Code, $"the model's score is computed from the label '{Short(column.Name)}'", "a score that does not know the label", "Train without the label among the features"));
            }

            if (InputColumn.SourceTypeOf(column.Type) is not { } type)
            {
                return (null, new(
                    Diagnostics.InputColumnMissing.Code,
                    $"the model reads '{Short(column.Name)}' as {Short(column.Type.ToString() ?? "")}, which no single column can fill",
                    "inputs that are numbers, texts or truth values",
                    "Train with one input column per column of the data, and build vectors inside of the model"));
            }

            if (!dataColumns.Contains(column.Name))
            {
                return (null, MissingColumn(column.Name, dataColumns));
            }

            inputs.Add(new InputColumn(column, new(column.Name, type)));
        }

        return (new MlNetModel(transformer, schema, score, inputs, header!), null);
    }

    private static IEnumerable<DataViewSchema.Column> Dependencies(ITransformer transformer, DataViewSchema schema, DataViewSchema.Column score, string label)
    {
        if (!transformer.IsRowToRowMapper)
        {
            return schema.Where(column => column.Name != label && !column.IsHidden);
        }

        var mapper = transformer.GetRowToRowMapper(schema);
        return mapper.GetDependencies([mapper.OutputSchema[score.Name]]).OrderBy(column => column.Index);
    }

    private static ScoringProblem MissingColumn(string name, IReadOnlyList<string> dataColumns)
    {
        var near = dataColumns.FirstOrDefault(column => Plain(column) == Plain(name));
        return new(
            Diagnostics.InputColumnMissing.Code,
            $"the model needs the column '{Short(name)}'",
            "a test set with every column that the model reads",
            near is null ? "Add the column to the test set, or retrain without it" : $"The test set has '{Short(near)}': give the model's input that name");
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Short(string text) => text.Length <= 64 ? text : text[..64] + "…";

    // The texts of ML.NET are for developers, and some name the wrong column; only what kind of failure it was is passed on.
    private static ScoringProblem LoadProblem(Exception problem)
    {
        var innermost = problem;
        var isNew = false;
        for (var inner = problem; inner is not null; inner = inner.InnerException)
        {
            innermost = inner;
            isNew |= inner.Message.Contains("too new", StringComparison.Ordinal) || inner.Message.Contains("newer version", StringComparison.Ordinal);
        }

        var version = typeof(MLContext).Assembly.GetName().Version;
        return isNew
            ? new(Diagnostics.ModelNotLoadable.Code, "the model is written by a newer ML.NET", "a model of the ML.NET that this MlGate ships, or older", "Update MlGate, or train with an older ML.NET")
            : new(
                Diagnostics.ModelNotLoadable.Code,
                string.Create(CultureInfo.InvariantCulture, $"ML.NET {version} cannot load the model ({innermost.GetType().Name})"),
                "a model that ML.NET can load",
                "Train or save the model again");
    }
}
