using MlGate.Findings;

namespace MlGate.Models.Scoring;

/// <summary>What a reading says of the fields that a model reads.</summary>
internal static class FieldProblems
{
    private const int MostFields = 100;
    private const int MostNameLength = 64;
    private const int BytesPerField = 1_000;

    /// <summary>Bytes that the counts of a model need at most.</summary>
    public static int RoomFor(IReadOnlyList<InputField> fields) => BytesPerField * Math.Min(MostFields, fields.Count);

    /// <summary>
    /// The problem of a model that reads a column in which not one value is of its type: it would score every row as if the value were
    /// missing.
    /// </summary>
    public static ScoringProblem? For(IReadOnlyList<InputField> fields, RowChunk chunk) =>
        fields.FirstOrDefault(field => field.IsParsed && chunk[field].Read == 0) is { } field
            ? new(
                Diagnostics.InputColumnMissing.Code,
                $"the model reads '{field.Name}' as {(field.Raw == typeof(bool) ? "a boolean" : "a number")}, and the test set "
                    + $"has no such values",
                "a column of the type that the model was trained on",
                "Retrain with the test set's types, or restore the column"
            )
            : null;

    /// <summary>The fields with values that are missing or cannot be read.</summary>
    public static IReadOnlyList<ScoredField> Counts(IReadOnlyList<InputField> fields, RowChunk chunk) =>
        [
            .. fields
                .Distinct()
                .Where(field => field.IsParsed)
                .Select(field => (Field: field, Buffer: chunk[field]))
                .Where(pair => pair.Buffer.Unread > 0 || (pair.Field.IsNumber && pair.Buffer.Missing > 0))
                .Take(MostFields)
                .Select(pair => new ScoredField(
                    Short(pair.Field.Name),
                    pair.Field.IsNumber ? pair.Buffer.Missing : 0,
                    pair.Buffer.Unread,
                    [.. pair.Buffer.UnreadRows]
                )),
        ];

    private static string Short(string name) => name.Length <= MostNameLength ? name : name[..MostNameLength] + "…";
}
