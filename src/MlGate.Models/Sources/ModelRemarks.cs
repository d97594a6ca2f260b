using System.Globalization;
using MlGate.Findings;
using MlGate.Models.Preflight;
using MlGate.Models.Scoring;

namespace MlGate.Models.Sources;

/// <summary>What a report must say of how a model read the test set.</summary>
internal static class ModelRemarks
{
    private const int MostFields = 5;

    /// <summary>The remarks of a scored model.</summary>
    public static IReadOnlyList<Finding> For(ComparedModel side, ScoredModel model, int rows) => [.. All(side, model, rows)];

    private static IEnumerable<Finding> All(ComparedModel side, ScoredModel model, int rows)
    {
        var unread = model.Fields.Where(field => field.Unread > 0).ToList();
        if (unread.Count > 0)
        {
            var refusal = new Refusal(
                Diagnostics.FeaturesNotRead,
                "values not readable as numbers or booleans: " + Listed(unread, field => field.Unread, rows),
                "features of the types that the model was trained on",
                "Correct these values, or declare the column's type in the dataset to see every row"
            );
            yield return side.Finding(refusal, [.. unread[0].UnreadRows.Take(10)]) with
            {
                Outcome = Outcome.Failed,
                Severity = Severity.Warn,
            };
        }

        var missing = model.Fields.Where(field => field.Missing > 0).ToList();
        if (missing.Count > 0 && model.MissingNumbers != MissingNumbers.Declared)
        {
            var zero = model.MissingNumbers == MissingNumbers.ZeroAssumed;
            var refusal = new Refusal(
                Diagnostics.MissingNumbersAssumed,
                $"missing numbers are read as "
                    + $"{(zero ? "0, the default of ML.NET's text loader" : "NaN, because the model handles missing values")}: "
                    + Listed(missing, field => field.Missing, rows),
                "missing numbers as in the training",
                "Write in the gate file: loader: { missing-reals-as-nans: true } or false, as in the training loader"
            );
            yield return side.Finding(refusal) with
            {
                Outcome = zero ? Outcome.Inconclusive : Outcome.Passed,
                Severity = zero ? Severity.Warn : Severity.Info,
            };
        }

        if (model.Inferred.Count > 0)
        {
            var refusal = new Refusal(
                Diagnostics.InputsInferred,
                "model saved without its input schema; inferred: " + Text(string.Join(", ", model.Inferred)),
                "a model saved with its input schema",
                "Pass the training data's schema to Model.Save"
            );
            yield return side.Finding(refusal) with
            {
                Outcome = Outcome.Inconclusive,
                Severity = Severity.Warn,
            };
        }
    }

    private static string Listed(List<ScoredField> fields, Func<ScoredField, long> count, int rows) =>
        string.Join(
            ", ",
            fields
                .Take(MostFields)
                .Select(field =>
                    string.Create(CultureInfo.InvariantCulture, $"'{Text(field.Name)}' in {count(field):N0} of {rows:N0} rows")
                )
        )
        + (
            fields.Count > MostFields
                ? string.Create(CultureInfo.InvariantCulture, $" and {fields.Count - MostFields:N0} more columns")
                : ""
        );

    private static string Text(string text) => ScorerAnswer.OneLine(text);
}
