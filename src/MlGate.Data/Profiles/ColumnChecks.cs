using MlGate.Data.Columns;
using MlGate.Data.Constraints;
using MlGate.Data.Engines;
using MlGate.Gates;

namespace MlGate.Data.Profiles;

/// <summary>Queries of one column that look at one value at a time, as SQL.</summary>
internal static class ColumnChecks
{
    private static readonly string[] NotFinite = ["nan", "inf", "-inf", "infinity", "-infinity"];

    /// <summary>The SQL of a query; null for one that is not of one column, or where no value of the column can be compared so.</summary>
    public static RowConstraint? For(ViolationQuery query, TypedColumn column) =>
        query switch
        {
            NotOfType => new RowConstraint(
                query.Id.Text,
                column.CanFail ? $"{column.X} IS NOT NULL AND {column.V} IS NULL" : "false",
                column.X,
                [column]
            )
            {
                Notes = TypeNotes(column),
                Remaining = column.CanFail ? column.V : null,
            },
            MissingValues => new RowConstraint(query.Id.Text, $"{column.X} IS NULL", null, [column]),
            BrokenValues values => For(values.Constraint, column),
            _ => null,
        };

    private static RowConstraint? For(DeclaredValueConstraint declared, TypedColumn column)
    {
        // Values of another type are a finding of the type already: for them the comparison is unknown, and nothing breaks.
        var predicate = declared.Breaks(PredicateSql.FormOf(column));
        return new PredicateSql(column).Render(predicate) is { } breaks
            ? new RowConstraint(declared.Id, breaks, column.V, [column])
            {
                Kept = predicate is Negation { Condition: Membership membership } ? Kept(column, membership.Texts) : null,
                Declared = declared,
            }
            : null;
    }

    private static List<(string, string)> TypeNotes(TypedColumn column)
    {
        if (!column.CanFail)
        {
            return [];
        }

        List<(string, string)> notes = [.. CommonMarks.Notes(column)];
        if (
            column is { Column.HasOwnType: true, Type: ColumnType.Integer or ColumnType.Number or ColumnType.Boolean }
            && column.Column.Stored.IsText
        )
        {
            return [("true", "are stored as text: write the column as numbers or booleans, or declare the type text or category")];
        }

        if (column.Type == ColumnType.Number)
        {
            notes.Add((Matches(ValuePatterns.DecimalComma), "look like decimal commas"));
            notes.Add((Matches(ValuePatterns.Number), "are beyond the range of a double"));
            notes.Add(
                (
                    Sql.In($"lower({column.X})", NotFinite.Select(column.Dialect.Text)) + $" AND {CommonMarks.IsNone(column)}",
                    "are NaN or infinite"
                )
            );
        }

        if (column.Type == ColumnType.Integer)
        {
            notes.Add((Matches(ValuePatterns.Integer), "are beyond 64 bits"));
            notes.Add((Matches(ValuePatterns.IntegerWithPoint), "have a decimal sign"));
        }

        notes.Add((Matches(ValuePatterns.Blanks), "have blanks around them"));
        return notes;

        string Matches(string pattern) => column.Dialect.Matches(column.X, pattern);
    }

    // One search in the sorted domain costs much less than a comparison with each of its texts.
    private static string? Kept(TypedColumn column, IReadOnlyList<string> domain) =>
        column.Type is not (ColumnType.Category or ColumnType.Text) || domain.Count == 0 || domain.Contains("")
            ? null
            : column.Dialect.FrequenciesOf(column.V, domain.Distinct());
}
