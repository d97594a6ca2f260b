using MlGate.Checks.Data.Constraints;
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
        foreach (var constraint in ColumnConstraints.All)
        {
            ValidateOrder(column, constraint, problems);
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

        if (!ConstraintKeys.OfValues.Any(column.Has))
        {
            GateValidator.Misplaced(
                column.Get(CommonKeys.Mostly),
                "without a check that it applies to",
                $"one of {string.Join(", ", ConstraintKeys.OfValues.Select(key => key.Name))} next to it",
                "For missing values write 'missing: { max: 1% }'",
                problems
            );
        }
    }

    private static void ValidateOrder(MapValue column, ColumnConstraint lower, Problems problems)
    {
        if (lower.UpperEnd is { } upper && ConstraintKeys.MapOf(column, lower) is { } map)
        {
            GateValidator.ValidateOrder(map.Find(lower.Key), map.Find(upper), lower.IsAbove, problems);
        }
    }

    private static void ValidateType(MapValue column, ColumnType type, Problems problems)
    {
        var word = EnumNames.From(type);
        var isNumber = type is ColumnType.Integer or ColumnType.Number;
        foreach (var constraint in ColumnConstraints.All.DistinctBy(ConstraintKeys.InColumn))
        {
            if (column.Find(ConstraintKeys.InColumn(constraint).Name) is { } misplaced && !constraint.Types.Contains(type))
            {
                GateValidator.Misplaced(misplaced, $"on a column of type {word}", constraint.TypeWords, constraint.FixOn(type), problems);
            }
        }

        foreach (var constraint in ColumnConstraints.All.Where(constraint => constraint.Types.Contains(type)))
        {
            if (
                ConstraintKeys.MapOf(column, constraint)?.Find(constraint.Key) is { } limit
                && constraint.ProblemWith(limit.Value, type) is { } problem
            )
            {
                problems.Add(Diagnostics.OutOfRange, limit.Id, limit.Place, problem.Found, problem.Expected, problem.Fix);
            }
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
