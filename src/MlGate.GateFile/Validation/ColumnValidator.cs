using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.Validation;

/// <summary>Judges the keys of one column against its type.</summary>
internal static class ColumnValidator
{
    public static void Validate(MapValue column, Problems problems)
    {
        var (min, max) = (column.Get(ColumnKeys.Min), column.Get(ColumnKeys.Max));
        var (after, before) = (column.Get(ColumnKeys.After), column.Get(ColumnKeys.Before));
        GateValidator.ValidateOrder(min, max, (one, other) => one > other, problems);
        GateValidator.ValidateOrder(after, before, (one, other) => one > other, problems);
        if (column.Get(ColumnKeys.Length)?.Value is { } length)
        {
            GateValidator.ValidateOrder(
                length.Get(ColumnKeys.Shortest),
                length.Get(ColumnKeys.Longest),
                (one, other) => one > other,
                problems
            );
        }

        if (
            column.Get(ColumnKeys.Missing) is { } missing
            && !missing.Value.Has(ColumnKeys.MostMissing)
            && !missing.Value.Has(ColumnKeys.MissingMarks)
        )
        {
            problems.Add(
                Diagnostics.MissingKey,
                missing.Id,
                missing.Key,
                "neither 'max' nor 'marks'",
                "at least one of them",
                $"Add '{ColumnKeys.MostMissing.Example}'"
            );
        }

        if (column.Get(ColumnKeys.Type)?.Value is { } type)
        {
            ValidateType(column, type, problems);
        }

        KeyDefinition[] judgedByMostly =
        [
            ColumnKeys.Min,
            ColumnKeys.Max,
            ColumnKeys.After,
            ColumnKeys.Before,
            ColumnKeys.In,
            ColumnKeys.Regex,
            ColumnKeys.Length,
        ];
        if (!judgedByMostly.Any(column.Has))
        {
            GateValidator.Misplaced(
                column.Get(CommonKeys.Mostly),
                "without a check that it applies to",
                "one of min, max, after, before, in, regex, length next to it",
                "For missing values write 'missing: { max: 1% }'",
                problems
            );
        }
    }

    private static bool IsMoment(string text, ColumnType type) =>
        TimestampSchema.TryParse(text, out var moment) && (type == ColumnType.Timestamp || moment.UtcDateTime.TimeOfDay == TimeSpan.Zero);

    private static void ValidateType(MapValue column, ColumnType type, Problems problems)
    {
        var word = EnumNames.From(type);
        var isNumber = type is ColumnType.Integer or ColumnType.Number;
        var isMoment = type is ColumnType.Date or ColumnType.Timestamp;
        var isText = type is ColumnType.Category or ColumnType.Text;
        if (!isNumber)
        {
            var fix =
                isMoment ? "Use after and before"
                : isText ? "Use 'length' for the number of characters"
                : "Remove it";
            GateValidator.Misplaced(column.Get(ColumnKeys.Min), $"on a column of type {word}", "integer or number", fix, problems);
            GateValidator.Misplaced(column.Get(ColumnKeys.Max), $"on a column of type {word}", "integer or number", fix, problems);
        }

        if (!isMoment)
        {
            var fix = isNumber ? "Use min and max" : "Remove it, or declare the type date or timestamp";
            GateValidator.Misplaced(column.Get(ColumnKeys.After), $"on a column of type {word}", "date or timestamp", fix, problems);
            GateValidator.Misplaced(column.Get(ColumnKeys.Before), $"on a column of type {word}", "date or timestamp", fix, problems);
        }

        if (!isText)
        {
            GateValidator.Misplaced(
                column.Get(ColumnKeys.Regex),
                $"on a column of type {word}",
                "category or text",
                "Remove it, or declare the type text",
                problems
            );
            GateValidator.Misplaced(
                column.Get(ColumnKeys.Length),
                $"on a column of type {word}",
                "category or text",
                "Remove it, or declare the type text",
                problems
            );
        }

        if (
            isNumber
            && column.Get(ColumnKeys.In) is { } domain
            && domain.Value.Values.FirstOrDefault(value => !NumberParser.TryRead(new ScalarNode(value, true, domain.Place), out _))
                is { } wrong
        )
        {
            problems.Add(
                Diagnostics.OutOfRange,
                domain.Id,
                domain.Place,
                $"{PrintableText.Quote(wrong)} in the domain of a column of type {word}",
                "numbers",
                "Declare the type category"
            );
        }

        if (
            isMoment
            && column.Get(ColumnKeys.In) is { } moments
            && moments.Value.Values.FirstOrDefault(value => !IsMoment(value, type)) is { } none
        )
        {
            var expected = type == ColumnType.Date ? "dates such as 2026-11-30" : "times such as 2026-11-30T12:00:00Z";
            problems.Add(
                Diagnostics.OutOfRange,
                moments.Id,
                moments.Place,
                $"{PrintableText.Quote(none)} in the domain of a column of type {word}",
                expected,
                "Declare the type category"
            );
        }

        if (!isNumber && column.Get(ColumnKeys.Role) is { Value: ColumnRole.Weight } role)
        {
            problems.Add(
                Diagnostics.OutOfRange,
                role.Id,
                role.Place,
                $"the role weight on a column of type {word}",
                "integer or number",
                "Declare the type number"
            );
        }
    }
}
