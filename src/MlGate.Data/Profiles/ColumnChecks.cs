using MlGate.Data.Columns;
using MlGate.Data.Constraints;
using MlGate.Data.Engines;
using MlGate.Gates;

namespace MlGate.Data.Profiles;

/// <summary>The checks of one column that look at one value at a time.</summary>
internal static class ColumnChecks
{
    private static readonly string[] NotFinite = ["nan", "inf", "-inf", "infinity", "-infinity"];

    public static IEnumerable<RowConstraint> For(TypedColumn column)
    {
        if (column.Gate is not { } gate)
        {
            yield break;
        }

        var (x, v) = (column.X, column.V);
        yield return new RowConstraint(gate.Type.Id.Text, column.CanFail ? $"{x} IS NOT NULL AND {v} IS NULL" : "false", x, [column])
        {
            Notes = TypeNotes(column),
            Remaining = column.CanFail ? v : null,
        };
        if (gate.MaxMissing is { } missing)
        {
            yield return new RowConstraint(missing.Id.Text, $"{x} IS NULL", null, [column]);
        }

        var sql = new PredicateSql(column);
        foreach (var declared in gate.ValueConstraints)
        {
            var predicate = declared.Breaks(PredicateSql.FormOf(column));
            if (sql.Render(predicate) is { } breaks)
            {
                // Values of another type are a finding of the type already: for them the comparison is unknown, and nothing breaks.
                yield return new RowConstraint(declared.Id, breaks, v, [column])
                {
                    Kept = predicate is Negation { Condition: Membership membership } ? Kept(column, membership.Texts) : null,
                    Declared = declared,
                };
            }
        }
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
