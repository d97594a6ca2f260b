using System.Globalization;
using MlGate.Data.Columns;
using MlGate.Data.Engine;
using MlGate.Gates;

namespace MlGate.Data.Profiles;

/// <summary>The checks of one column that look at one value at a time.</summary>
internal static class ColumnConstraints
{
    public static IEnumerable<RowConstraint> For(TypedColumn column)
    {
        if (column.Gate is not { } gate)
        {
            yield break;
        }

        var (x, v) = (column.X, column.V);
        yield return new RowConstraint(gate.Type.Id, column.CanFail ? $"{x} IS NOT NULL AND {v} IS NULL" : "false", x, [column])
        {
            Notes = TypeNotes(column),
            Remaining = column.CanFail ? v : null,
        };
        if (gate.MaxMissing is { } missing)
        {
            yield return new RowConstraint(missing.Id, $"{x} IS NULL", null, [column]);
        }

        if (gate.Min is { } min && column.IsNumber)
        {
            yield return Value(min.Id, LimitSql.Below(column, min.Value));
        }

        if (gate.Max is { } max && column.IsNumber)
        {
            yield return Value(max.Id, LimitSql.Above(column, max.Value));
        }

        if (gate.After is { } after && column.IsMoment && Moment(after.Value) is { } earliest)
        {
            yield return Value(after.Id, $"{v} < {earliest}");
        }

        if (gate.Before is { } before && column.IsMoment && Moment(before.Value) is { } latest)
        {
            yield return Value(before.Id, $"{v} > {latest}");
        }

        if (gate.In is { } domain)
        {
            yield return Value(domain.Id, NotIn(column, domain.Value)) with
            {
                Kept = Kept(column, domain.Value),
            };
        }

        if (gate.Regex is { } regex)
        {
            yield return Value(regex.Id, $"NOT regexp_full_match({x}, {Sql.Text(regex.Value)})");
        }

        if (gate.MinLength is { } shortest)
        {
            yield return Value(shortest.Id, $"length({x}) < {Sql.Number(shortest.Value)}");
        }

        if (gate.MaxLength is { } longest)
        {
            yield return Value(longest.Id, $"length({x}) > {Sql.Number(longest.Value)}");
        }

        // Values of another type are a finding of the type already: for them the comparison is unknown, and nothing breaks.
        RowConstraint Value(string id, string breaks) => new(id, breaks, v, [column]);
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

    private static string NotIn(TypedColumn column, IReadOnlyList<string> domain)
    {
        if (column.IsNumber)
        {
            return Among(column, LimitSql.Domain(column, domain));
        }

        if (column.IsMoment)
        {
            return Among(column, [.. domain.Select(Moment).OfType<string>()]);
        }

        // A boolean's domain is of booleans, however the data writes them.
        var text = column.Type == ColumnType.Boolean ? $"{column.V}::VARCHAR" : column.V;
        var texts = domain.Select(value => column.Type == ColumnType.Boolean ? BooleanText(value) : value);
        return domain.Count == 0 ? $"{text} IS NOT NULL" : $"{text} NOT IN ({string.Join(", ", texts.Select(Sql.Text))})";
    }

    private static string Among(TypedColumn column, IReadOnlyList<string> literals) =>
        literals.Count == 0 ? $"{column.V} IS NOT NULL" : $"{column.V} NOT IN ({string.Join(", ", literals)})";

    private static string BooleanText(string value) =>
        value.ToLowerInvariant() switch
        {
            "1" => "true",
            "0" => "false",
            var other => other,
        };

    private static string? Moment(string text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment
        )
            ? Sql.Moment(moment.UtcDateTime)
            : null;
}
