using System.Globalization;
using System.Security.Cryptography;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlGate.Findings;
using MlGate.Models.Scoring;

namespace MlGate.Models.Formats.MlNet;

/// <summary>A loaded model of ML.NET, bound to the columns of a test set.</summary>
internal sealed class MlNetModel : IScoredModel
{
    private const int MostInferred = 50;
    private readonly ITransformer transformer;
    private readonly DataViewSchema schema;
    private readonly ModelOutput output;
    private readonly IReadOnlyList<InputColumn> inputs;
    private readonly string? positive;

    private MlNetModel(
        ITransformer transformer,
        DataViewSchema schema,
        ModelOutput output,
        IReadOnlyList<InputColumn> inputs,
        string? positive
    ) =>
        (this.transformer, this.schema, this.output, this.inputs, this.positive, Header) = (
            transformer,
            schema,
            output,
            inputs,
            positive,
            output.Header
        );

    public IReadOnlyList<InputField> Fields => [.. inputs.SelectMany(input => input.Fields)];

    public ScoredModel Header { get; private init; }

    /// <summary>Loads a model, if its bytes are what they must be, and binds it.</summary>
    public static async Task<(MlNetModel? Model, ScoringProblem? Problem)> LoadAsync(
        MLContext context,
        RequestedModel requested,
        ScoringRequest request,
        TestSetColumns data,
        CancellationToken cancel
    )
    {
        ITransformer transformer;
        DataViewSchema? schema;
        bool? missingAsNaN;
        using (var stream = File.OpenRead(requested.Location))
        {
            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != requested.Sha256)
            {
                return (null, new(Diagnostics.ChangedWhileRead.Code, "the model's private copy changed", "an unchanged file", "Run again"));
            }

            stream.Position = 0;
            try
            {
                transformer = context.Model.Load(stream, out schema);
                missingAsNaN = request.MissingRealsAsNaNs ?? MissingValues.OfLoaderIn(stream, context);
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                return (null, LoadProblem(problem));
            }
        }

        try
        {
            var isInferred = schema is null;
            if (schema is null)
            {
                var numbers = await data.FindNumbersAsync(cancel);
                (schema, var problem) = new SchemaInference(transformer, request, data.Names, numbers).Infer();
                if (schema is null)
                {
                    return (null, problem);
                }
            }

            return Bind(requested.Name, transformer, schema, request, data.Names, missingAsNaN, isInferred);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or FormatException)
        {
            return (null, LoadProblem(problem));
        }
    }

    public int Score(RowChunk chunk, double[] matrix, int stride, int first)
    {
        var values = inputs.ToDictionary(input => input.Column.Index, input => input.Fields.Select(field => chunk[field].Values).ToArray());
        var view = transformer.Transform(new ChunkView(schema, values, chunk.Rows));
        var score = view.Schema[output.Score.Name];
        var decision = output.Decision is { } decided ? view.Schema[decided.Name] : (DataViewSchema.Column?)null;
        using var cursor = view.GetRowCursor(decision is { } also ? [score, also] : [score]);
        var read = ScoreReader(cursor, score);
        var decide = decision is { } own ? DecisionReader.Create(cursor, own, Header.Classes, positive) : null;
        var row = 0;
        for (; cursor.MoveNext(); row++)
        {
            if (row < chunk.Rows)
            {
                var target = matrix.AsSpan((row * stride) + first, Header.Width);
                read(target[..Header.Columns]);
                if (decide is not null)
                {
                    target[^1] = decide();
                }
            }
        }

        return row;
    }

    private static SpanAction ScoreReader(DataViewRowCursor cursor, DataViewSchema.Column column)
    {
        if (column.Type is VectorDataViewType)
        {
            var slots = cursor.GetGetter<VBuffer<float>>(column);
            VBuffer<float> values = default;
            return target =>
            {
                slots(ref values);
                target.Clear();
                foreach (var item in values.Items())
                {
                    target[item.Key] = item.Value;
                }
            };
        }

        var getter = cursor.GetGetter<float>(column);
        float value = 0;
        return target =>
        {
            getter(ref value);
            target[0] = value;
        };
    }

    private static (MlNetModel? Model, ScoringProblem? Problem) Bind(
        string name,
        ITransformer transformer,
        DataViewSchema schema,
        ScoringRequest request,
        IReadOnlyList<string> dataColumns,
        bool? missingAsNaN,
        bool isInferred
    )
    {
        var (output, problem) = ModelOutput.Find(name, request.Task, transformer.GetOutputSchema(schema));
        if (output is null)
        {
            return (null, problem);
        }

        var isNaN = missingAsNaN ?? MissingValues.AreHandledBy(transformer);
        var (inputs, unbound) = new InputBinding(request, dataColumns, missingIsZero: !isNaN).Bind([
            .. Dependencies(transformer, schema, output, request.Label),
        ]);
        if (unbound is not null)
        {
            return (null, unbound);
        }

        var header = output.Header with
        {
            MissingNumbers =
                missingAsNaN is not null ? MissingNumbers.Declared
                : isNaN ? MissingNumbers.NaNAssumed
                : MissingNumbers.ZeroAssumed,
            Inferred = isInferred ? [.. inputs.Select(input => $"{Short(input.Column.Name)}: {input.Column.Type}").Take(MostInferred)] : [],
        };
        return (new MlNetModel(transformer, schema, output, inputs, request.Positive) { Header = header }, null);
    }

    private static IEnumerable<DataViewSchema.Column> Dependencies(
        ITransformer transformer,
        DataViewSchema schema,
        ModelOutput output,
        string label
    )
    {
        if (!transformer.IsRowToRowMapper)
        {
            return schema.Where(column => column.Name != label && !column.IsHidden);
        }

        var mapper = transformer.GetRowToRowMapper(schema);
        var outputs = new List<DataViewSchema.Column> { mapper.OutputSchema[output.Score.Name] };
        outputs.AddRange(output.Decision is { } decision ? [mapper.OutputSchema[decision.Name]] : []);
        return mapper.GetDependencies(outputs).OrderBy(column => column.Index);
    }

    private static string Short(string text) => text.Length <= 64 ? text : text[..64] + "…";

    // The texts of ML.NET are for developers, and some name the wrong column; only what kind of failure it was is passed on.
    private static ScoringProblem LoadProblem(Exception problem)
    {
        var innermost = problem;
        var isNew = false;
        for (var inner = problem; inner is not null; inner = inner.InnerException)
        {
            innermost = inner;
            isNew |=
                inner.Message.Contains("too new", StringComparison.Ordinal)
                || inner.Message.Contains("newer version", StringComparison.Ordinal);
        }

        var version = typeof(MLContext).Assembly.GetName().Version;
        return isNew
            ? new(
                Diagnostics.ModelNotLoadable.Code,
                "the model was written by a newer ML.NET",
                "a model of the ML.NET version of this MlGate, or older",
                "Update MlGate, or train with an older ML.NET"
            )
            : new(
                Diagnostics.ModelNotLoadable.Code,
                string.Create(CultureInfo.InvariantCulture, $"ML.NET {version} cannot load the model ({innermost.GetType().Name})"),
                "a model that ML.NET can load",
                "Train or save the model again"
            );
    }

    private delegate void SpanAction(Span<double> target);
}
