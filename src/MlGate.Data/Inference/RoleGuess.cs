using System.Text.RegularExpressions;
using MlGate.Gates;

namespace MlGate.Data.Inference;

/// <summary>Guesses what columns are for, by their names and what they hold.</summary>
internal static partial class RoleGuess
{
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal) { "label", "target", "class", "y", "churn", "churned", "outcome", "response", "attrition", "survived", "fraud", "default" };

    private static readonly HashSet<string> Protected = new(StringComparer.Ordinal)
    {
        "sex", "gender", "female", "male", "age", "senior", "race", "ethnicity", "ethnic", "marital", "religion", "nationality", "disability", "disabled", "pregnant", "veteran",
    };

    public static IReadOnlyList<InferredColumn> Assign(IReadOnlyList<InferredColumn> columns)
    {
        var label = Label(columns);
        var time = columns.FirstOrDefault(column => column.Type is ColumnType.Timestamp or ColumnType.Date);
        return [.. columns.Select(column => column with { Role = column == label ? ColumnRole.Label : column == time ? ColumnRole.Time : Of(column) })];
    }

    private static InferredColumn? Label(IReadOnlyList<InferredColumn> columns) =>
        columns.FirstOrDefault(column => Labels.Contains(column.Name.ToLowerInvariant()))
        ?? new[] { columns[^1], columns[0] }.FirstOrDefault(column => column.Distinct == 2 && Of(column) == ColumnRole.Feature);

    private static ColumnRole Of(InferredColumn column)
    {
        var words = Words().Matches(column.Name).Select(word => word.Value.ToLowerInvariant()).ToList();
        if (words.Any(word => word is "id" or "uuid" or "guid") && column.Type is ColumnType.Integer or ColumnType.Text)
        {
            return column.Unique && column.Missing == 0 ? ColumnRole.Id : ColumnRole.Group;
        }

        return words.Exists(Protected.Contains) ? ColumnRole.Sensitive : ColumnRole.Feature;
    }

    // Words of snake_case, kebab-case, camelCase and PascalCase, with ID as one.
    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Words();
}
