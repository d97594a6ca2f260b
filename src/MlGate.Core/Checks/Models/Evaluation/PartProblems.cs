using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>What is wrong with a way to part the rows: too many parts, or declared ones without rows.</summary>
internal static class PartProblems
{
    /// <summary>The findings.</summary>
    /// <param name="set">The rows.</param>
    /// <param name="id">Id of the key that declares it.</param>
    /// <param name="declared">The columns.</param>
    /// <param name="severity">The severity of what cannot be judged then.</param>
    public static IEnumerable<Finding> Find(EvaluationSet set, CheckId id, SegmentColumns declared, Severity severity)
    {
        var names = declared.Columns.Select(column => column.Name).ToList();
        if (set.Part(declared) is not { } parts)
        {
            return
            [
                Problem(
                    id.WithList(names),
                    Diagnostics.TooManySegments,
                    Outcome.NotMeasured,
                    $"at most {Segmentation.Most} parts of the rows",
                    $"{PrintableText.From(string.Join(", ", names), most: 120)} has more than {Segmentation.Most} values",
                    "Declare edges of bins, or another column"
                ) with
                {
                    Severity = severity,
                },
            ];
        }

        return parts
            .Where(part => part.Rows.Length == 0)
            .Select(part =>
                Problem(
                    id.Child(part.Name),
                    Diagnostics.SegmentVanished,
                    Outcome.Failed,
                    "test rows in every declared part",
                    $"no row of {PrintableText.From(part.Name, most: 120)} in the test set",
                    "Add test rows of it, or remove the value from the column's 'in' or the edge"
                ) with
                {
                    Severity = Severity.Warn,
                }
            );

        Finding Problem(CheckId of, Diagnostic code, Outcome outcome, string expected, string found, string fix) =>
            new()
            {
                Code = code.Code,
                Id = of,
                Subject = set.Evaluation.Model.Id.Text,
                Outcome = outcome,
                Expected = expected,
                Found = found,
                Fix = fix,
                Place = declared.Place,
            };
    }
}
