using MlGate.Data.Columns;
using MlGate.Data.Constraints;
using MlGate.Data.Engine;
using MlGate.Gates;

namespace MlGate.Data.Profiles;

/// <summary>The checks of one column that look at one value at a time.</summary>
internal static class ColumnChecks
{
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
        foreach (var declared in gate.Constraints)
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
            && StoredTypes.IsText(column.Column.StoredAs)
        )
        {
            return [("true", "are stored as text: write the column as numbers or booleans, or declare the type text or category")];
        }

        if (column.Type == ColumnType.Number)
        {
            notes.Add(($"regexp_full_match({column.X}, '-?[0-9]+,[0-9]+')", "look like decimal commas"));
            notes.Add(($"regexp_full_match({column.X}, '{CastSql.NumberPattern}')", "are beyond the range of a double"));
            notes.Add(
                (
                    $"lower({column.X}) IN ('nan', 'inf', '-inf', " + $"'infinity', '-infinity') AND {CommonMarks.IsNone(column.X)}",
                    "are NaN or infinite"
                )
            );
        }

        if (column.Type == ColumnType.Integer)
        {
            notes.Add(($"regexp_full_match({column.X}, '{CastSql.IntegerPattern}')", "are beyond 64 bits"));
            notes.Add(($"regexp_full_match({column.X}, '-?[0-9]+[.,][0-9]*')", "have a decimal sign"));
        }

        notes.Add(Blanks(column));
        return notes;
    }

    private static (string, string) Blanks(TypedColumn column) => ($"{column.X} <> trim({column.X}, ' \t')", "have blanks around them");

    // One search in the sorted domain costs much less than a comparison with each of its texts.
    private static string? Kept(TypedColumn column, IReadOnlyList<string> domain) =>
        column.Type is not (ColumnType.Category or ColumnType.Text) || domain.Count == 0 || domain.Contains("")
            ? null
            : CategoryStatistics.Counts(column.V, domain.Distinct());
}
