using System.Globalization;
using MlGate.Data.Engine;
using MlGate.Gates;

namespace MlGate.Data.Profiles;

/// <summary>The checks of one column that look at one value at a time.</summary>
internal static class ColumnChecks
{
    public static IEnumerable<Check> Of(TypedColumn column)
    {
        if (column.Gate is not { } gate)
        {
            yield break;
        }

        var (x, v) = (column.X, column.V);
        yield return new Check(gate.Type.Id, column.CanFail ? $"{x} IS NOT NULL AND {v} IS NULL" : "false", x, [column]) { Notes = TypeNotes(column), Remaining = column.CanFail ? v : null };
        if (gate.MaxMissing is { } missing)
        {
            yield return new Check(missing.Id, $"{x} IS NULL", null, [column]);
        }

        if (gate.Min is { } min && column.IsNumber)
        {
            yield return Value(min.Id, $"{v} < {Limit(column, min.Value)}");
        }

        if (gate.Max is { } max && column.IsNumber)
        {
            yield return Value(max.Id, $"{v} > {Limit(column, max.Value)}");
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
            yield return Value(domain.Id, NotIn(column, domain.Value)) with { Kept = Kept(column, domain.Value) };
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
        Check Value(string id, string breaks) => new(id, breaks, v, [column]);
    }

    private static (string, string)[] TypeNotes(TypedColumn column) => column switch
    {
        { CanFail: false } => [],
        { Type: ColumnType.Number } =>
        [
            ($"regexp_full_match({column.X}, '-?[0-9]+,[0-9]+')", "look like decimal commas"),
            ($"regexp_full_match({column.X}, '{CastSql.NumberPattern}')", "are beyond the range of a double"),
            ($"lower({column.X}) IN ('nan', 'inf', '-inf', 'infinity', '-infinity')", "are NaN or infinite"),
            Blanks(column),
        ],
        { Type: ColumnType.Integer } =>
        [
            ($"regexp_full_match({column.X}, '{CastSql.IntegerPattern}')", "are beyond 64 bits"),
            ($"regexp_full_match({column.X}, '-?[0-9]+[.,][0-9]*')", "have a decimal sign"),
            Blanks(column),
        ],
        _ => [Blanks(column)],
    };

    private static (string, string) Blanks(TypedColumn column) => ($"{column.X} <> trim({column.X}, ' \t')", "have blanks around them");

    // One search in the sorted domain costs much less than a comparison with each of its texts.
    private static string? Kept(TypedColumn column, IReadOnlyList<string> domain) =>
        column.IsNumber || column.Type == ColumnType.Boolean || domain.Count == 0 || domain.Contains("") ? null : CategoryFacts.Counts(column.V, domain.Distinct());

    private static string NotIn(TypedColumn column, IReadOnlyList<string> domain)
    {
        if (!column.IsNumber)
        {
            // A boolean's domain is of booleans, however the data writes them.
            var text = column.Type == ColumnType.Boolean ? $"{column.V}::VARCHAR" : column.V;
            var texts = domain.Select(value => column.Type == ColumnType.Boolean ? BooleanText(value) : value);
            return domain.Count == 0 ? $"{text} IS NOT NULL" : $"{text} NOT IN ({string.Join(", ", texts.Select(Sql.Text))})";
        }

        var numbers = domain.Select(value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)
            .Where(double.IsFinite).ToList();
        return numbers.Count == 0 ? $"{column.V} IS NOT NULL" : $"{column.V} NOT IN ({string.Join(", ", numbers.Select(number => Limit(column, number)))})";
    }

    private static string BooleanText(string value) => value.ToLowerInvariant() switch
    {
        "1" => "true",
        "0" => "false",
        var other => other,
    };

    private static string Limit(TypedColumn column, double limit) =>
        column.Type == ColumnType.Integer && Math.Abs(limit) < 1L << 53 && Math.Floor(limit) == limit ? Sql.Number((long)limit) : Sql.Number(limit);

    private static string? Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? Sql.Moment(moment.UtcDateTime)
            : null;
}
