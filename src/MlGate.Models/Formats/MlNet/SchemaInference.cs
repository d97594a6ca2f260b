using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.ML;
using Microsoft.ML.Data;
using MlGate.Findings;
using MlGate.Models.Scoring;

namespace MlGate.Models.Formats.MlNet;

/// <summary>
/// Finds an input schema for a model that was saved without one: columns of the test set as numbers or texts, and other types where the
/// model
/// refuses these. ML.NET names neither the columns that a transform reads nor their types, so schemas are tried out.
/// </summary>
/// <param name="transformer">The model.</param>
/// <param name="request">Declared inputs and the label.</param>
/// <param name="columns">Names of the test set's columns.</param>
/// <param name="numbers">Those that hold numbers.</param>
internal sealed partial class SchemaInference(
    ITransformer transformer,
    ScoringRequest request,
    IReadOnlyList<string> columns,
    IReadOnlySet<string> numbers
)
{
    private const int MostAttempts = 2_000;

    private static readonly DataViewType[] Scalars =
    [
        NumberDataViewType.Single,
        TextDataViewType.Instance,
        BooleanDataViewType.Instance,
        NumberDataViewType.Int32,
        NumberDataViewType.Int64,
        NumberDataViewType.Double,
        NumberDataViewType.UInt32,
        NumberDataViewType.Int16,
        NumberDataViewType.Byte,
        NumberDataViewType.UInt64,
        NumberDataViewType.UInt16,
        NumberDataViewType.SByte,
    ];

    private readonly IReadOnlyList<ITransformer> parts = transformer is IEnumerable<ITransformer> chain ? [.. chain] : [transformer];
    private int attempts;

    /// <summary>The schema, or why there is none.</summary>
    public (DataViewSchema? Schema, ScoringProblem? Problem) Infer()
    {
        var types = Start();
        while (true)
        {
            var (schema, done, failure) = Try(types);
            if (failure is null)
            {
                return (schema, null);
            }

            if (NotFound().Match(failure.Message) is { Success: true } match)
            {
                var name = match.Groups[1].Value;
                if (types.ContainsKey(name) || IsVector(name, types, done))
                {
                    return (null, Vector(name, failure.Message));
                }

                // A column that only training needed, such as the label; if the score needs it, the binding says that it is missing.
                types.Add(name, NumberDataViewType.Single);
                continue;
            }

            if (!Improve(types, done))
            {
                return (
                    null,
                    failure.Message.Contains("feature column", StringComparison.Ordinal)
                        ? Vector("Features", failure.Message)
                        : NotInferred()
                );
            }
        }
    }

    private Dictionary<string, DataViewType> Start()
    {
        var types = new Dictionary<string, DataViewType>(StringComparer.Ordinal);
        foreach (var (name, sources) in request.Inputs)
        {
            PrimitiveDataViewType item = sources.All(numbers.Contains) ? NumberDataViewType.Single : TextDataViewType.Instance;
            types[name] = sources.Count > 1 ? new VectorDataViewType(item, sources.Count) : item;
        }

        foreach (var name in columns)
        {
            types.TryAdd(name, numbers.Contains(name) ? NumberDataViewType.Single : TextDataViewType.Instance);
        }

        return types;
    }

    // One column's other type that brings the chain further than before.
    private bool Improve(Dictionary<string, DataViewType> types, int done)
    {
        foreach (var name in types.Keys.ToList())
        {
            var before = types[name];
            var item = (before as VectorDataViewType)?.ItemType ?? before;
            foreach (var other in Scalars.Where(type => !type.Equals(item)))
            {
                types[name] = before is VectorDataViewType vector
                    ? new VectorDataViewType((PrimitiveDataViewType)other, vector.Size)
                    : other;
                if (++attempts > MostAttempts)
                {
                    return false;
                }

                if (Try(types) is var (_, further, failure) && (failure is null || further > done))
                {
                    return true;
                }
            }

            types[name] = before;
        }

        return false;
    }

    // The feature column of a trainer is a vector, and no column of the test set has its name.
    private static bool IsVector(string name, Dictionary<string, DataViewType> types, int done) =>
        name == "Features" && done == 0 && types.Count > 0;

    private (DataViewSchema? Schema, int Done, Exception? Failure) Try(Dictionary<string, DataViewType> types)
    {
        var builder = new DataViewSchema.Builder();
        foreach (var (name, type) in types)
        {
            builder.AddColumn(name, type);
        }

        var (input, schema, done) = (builder.ToSchema(), (DataViewSchema?)null, 0);
        try
        {
            schema = input;
            foreach (var part in parts)
            {
                schema = part.GetOutputSchema(schema);
                done++;
            }

            return (input, done, null);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or FormatException)
        {
            return (null, done, problem);
        }
    }

    private static ScoringProblem Vector(string name, string message)
    {
        var size = VectorSize().Match(message) is { Success: true } match ? match.Groups[1].Value + " " : "";
        return new(
            Diagnostics.InputColumnMissing.Code,
            string.Create(
                CultureInfo.InvariantCulture,
                $"the model reads '{name}' as a vector of {size}values, and is saved without its input schema"
            ),
            "the columns that fill it",
            $"Write in the gate file: inputs: {{ {name}: [COLUMN, COLUMN, ...] }}, in the order of the training"
        );
    }

    private static ScoringProblem NotInferred() =>
        new(
            Diagnostics.ModelNotLoadable.Code,
            "the model is saved without its input schema, and no tried column types of the test set fit",
            "a model saved with its input schema",
            "Pass the training data's schema to Model.Save, or name the columns of its inputs under inputs in the gate file"
        );

    [GeneratedRegex("Could not find (?:[a-z]+ )*column '([^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex NotFound();

    [GeneratedRegex(@"expected Vector<\w+, (\d+)>", RegexOptions.CultureInvariant)]
    private static partial Regex VectorSize();
}
