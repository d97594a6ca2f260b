using System.Text.RegularExpressions;
using MlGate.Gates;

namespace MlGate.Data.Inference;

/// <summary>Guesses what columns are for, by their names and what they hold.</summary>
internal static partial class RoleGuess
{
    private const long ManyNames = 1000;

    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "label",
        "target",
        "class",
        "y",
        "churn",
        "churned",
        "outcome",
        "response",
        "attrition",
        "survived",
        "fraud",
        "default",
    };

    private static readonly HashSet<string> Protected = new(StringComparer.Ordinal)
    {
        "sex",
        "gender",
        "female",
        "male",
        "age",
        "senior",
        "race",
        "ethnicity",
        "ethnic",
        "marital",
        "religion",
        "nationality",
        "disability",
        "disabled",
        "pregnant",
        "veteran",
    };

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "id", "uuid", "guid" };

    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal)
    {
        "id",
        "ids",
        "uuid",
        "guid",
        "key",
        "code",
        "zip",
        "zipcode",
        "postcode",
        "postal",
        "plz",
        "phone",
        "account",
        "ssn",
        "iban",
        "ean",
        "isbn",
        "sku",
        "fips",
    };

    private static readonly HashSet<string> Calendar = new(StringComparer.Ordinal)
    {
        "year",
        "month",
        "quarter",
        "week",
        "day",
        "date",
        "period",
        "timestamp",
        "epoch",
    };

    /// <summary>Does the name say that the values name something, so that their size means nothing?</summary>
    public static bool IsIdentifier(string name) => WordsOf(name).Any(Codes.Contains);

    /// <summary>Does the name say that the values are years, days or moments, which grow from batch to batch?</summary>
    public static bool IsCalendar(string name) => WordsOf(name).Exists(Calendar.Contains);

    /// <summary>Gives every column a role; at most one is the id, at most one the label, at most one the time.</summary>
    /// <param name="columns">Without roles.</param>
    /// <param name="label">The label's name where somebody said it.</param>
    public static IReadOnlyList<InferredColumn> Assign(IReadOnlyList<InferredColumn> columns, string? label = null)
    {
        var usable = columns.Where(column => !column.IsNested).ToList();
        var target = label is null ? Label(usable) : usable.FirstOrDefault(column => column.Name == label);
        var time = usable.FirstOrDefault(column => column != target && column.Type is ColumnType.Timestamp or ColumnType.Date);
        var id = Id([.. usable.Where(column => column != target)]);
        return
        [
            .. columns.Select(column =>
                column.IsNested ? column
                : column == target ? column with { Role = ColumnRole.Label }
                : column == time ? column with { Role = ColumnRole.Time }
                : column == id ? column with { Role = ColumnRole.Id }
                : Other(column)
            ),
        ];
    }

    private static InferredColumn? Label(List<InferredColumn> columns) =>
        columns.FirstOrDefault(column => Labels.Contains(column.Name.ToLowerInvariant()))
        ?? (
            columns.Count < 2
                ? null
                : new[] { columns[^1], columns[0] }.FirstOrDefault(column =>
                    column.Distinct == 2 && Other(column).Role == ColumnRole.Feature
                )
        );

    // The one that is called by the shortest name of an id, if it names every row.
    private static InferredColumn? Id(List<InferredColumn> columns) =>
        columns
            .Where(column =>
                column is { Unique: true, Missing: 0, Type: ColumnType.Integer or ColumnType.Text }
                && WordsOf(column.Name).Any(Names.Contains)
            )
            .MinBy(column => WordsOf(column.Name).Count == 1 ? 0 : 1);

    private static InferredColumn Other(InferredColumn column)
    {
        var words = WordsOf(column.Name);
        var reason =
            column.IsCounter ? "row counter: not checked for drift"
            : column.Type is ColumnType.Integer or ColumnType.Text
            && words.Any(Names.Contains)
            && (column.Unique || column.Distinct > ManyNames)
                ? "identifier: not checked for drift"
            : IsCalendar(column, words) ? "grows with time: not checked for drift"
            : null;
        return reason is not null ? column with { Role = ColumnRole.Ignore, Remark = reason }
            : words.Exists(Protected.Contains) ? column with { Role = ColumnRole.Sensitive }
            : column;
    }

    // Numbers that are moments: seconds and milliseconds since 1970 between 2000 and 2100, days written as yyyymmdd, and the one or two
    // years or months of a batch.
    private static bool IsCalendar(InferredColumn column, List<string> words)
    {
        if (column.Type != ColumnType.Integer || column.Numbers is not { } numbers)
        {
            return false;
        }

        return Within(946_684_800, 4_102_444_800) && column.Distinct > 2
            || Within(946_684_800_000, 4_102_444_800_000)
            || (words.Exists(Calendar.Contains) && (column.Distinct <= 2 || Within(19000101, 21001231) || Within(190001, 210012)));

        bool Within(double low, double high) => numbers.Min >= low && numbers.Max <= high;
    }

    private static List<string> WordsOf(string name) => [.. Words().Matches(name).Select(word => word.Value.ToLowerInvariant())];

    // Words of snake_case, kebab-case, camelCase and PascalCase, with ID as one.
    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Words();
}
