using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.GateFile.Yaml;
using MlGate.Gates;

namespace MlGate.GateFile.Validation;

/// <summary>Judges one dataset: its columns, and the names that it speaks of.</summary>
internal static class DatasetValidator
{
    public static void Validate(NamedEntry<MapValue> named, MapValue gate, Problems problems)
    {
        var dataset = named.Value;
        foreach (var column in dataset.Get(DatasetKeys.Columns)?.Value ?? [])
        {
            ColumnValidator.Validate(column.Value, problems);
        }

        ValidateRoles(dataset, problems);
        if (dataset.Get(DatasetKeys.Rows)?.Value is { } rows)
        {
            GateValidator.ValidateOrder(
                rows.Get(DatasetKeys.FewestRows),
                rows.Get(DatasetKeys.MostRows),
                (one, other) => one > other,
                problems
            );
        }

        if (!dataset.Has(DatasetKeys.Columns))
        {
            GateValidator.Misplaced(
                dataset.Get(DatasetKeys.Ordered),
                "without declared columns",
                "'columns' next to it",
                "Declare the columns",
                problems
            );
            GateValidator.Misplaced(
                dataset.Get(DatasetKeys.OtherColumns),
                "without declared columns",
                "'columns' next to it",
                "Declare the columns",
                problems
            );
        }

        ValidateConstraints(dataset, problems);
        ValidateRules(dataset, problems);
        ValidateDrift(named, gate, problems);
        ValidateDisjoint(named, gate, problems);
    }

    private static void ValidateRoles(MapValue dataset, Problems problems)
    {
        var single = new Dictionary<ColumnRole, string>();
        foreach (var column in dataset.Get(DatasetKeys.Columns)?.Value ?? [])
        {
            if (
                column.Value.Get(ColumnKeys.Role)
                    is { Value: ColumnRole.Id or ColumnRole.Weight or ColumnRole.Group or ColumnRole.Time } role
                && !single.TryAdd(role.Value, column.Name)
            )
            {
                problems.Add(
                    Diagnostics.OutOfRange,
                    role.Id,
                    role.Place,
                    $"the role {role.Written}, also on {PrintableText.Quote(single[role.Value])}",
                    "one column with this role",
                    "Remove one of them"
                );
            }
        }
    }

    private static void ValidateConstraints(MapValue dataset, Problems problems)
    {
        if (dataset.NamesOf(DatasetKeys.Columns) is not { } columns)
        {
            return;
        }

        foreach (var column in DatasetConstraintKeys.All.SelectMany(key => key.ColumnsIn(dataset)))
        {
            GateValidator.ValidateName(column.Value, columns, "column", column.Id, column.Place, problems);
        }

        var types = (dataset.Get(DatasetKeys.Columns)?.Value ?? []).ToDictionary(
            column => column.Name,
            column => column.Value.Get(ColumnKeys.Type)?.Value,
            StringComparer.Ordinal
        );
        foreach (var (problem, id, place) in DatasetConstraintKeys.All.SelectMany(key => key.ProblemsIn(dataset, types.GetValueOrDefault)))
        {
            problems.Add(Diagnostics.OutOfRange, id, place, problem.Found, problem.Expected, problem.Fix);
        }
    }

    private static void ValidateRules(MapValue dataset, Problems problems)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in RulesKey.NamesIn(dataset).Where(id => !known.Add(id.Value)))
        {
            problems.Add(Diagnostics.DuplicateKey, id.Id, id.Place, $"duplicate rule '{id.Value}'", "unique ids", "Use another id");
        }
    }

    private static void ValidateDrift(NamedEntry<MapValue> named, MapValue gate, Problems problems)
    {
        var dataset = named.Value;
        if (dataset.Get(DatasetKeys.Drift)?.Value.Get(DriftKeys.Against) is { } against && against.Value != DriftKeys.Baseline)
        {
            ValidateOther(named, against.Value, against.Id, against.Place, gate, problems);
        }

        if (
            dataset.Get(DatasetKeys.Drift) is not { } drift
            || (dataset.Has(DatasetKeys.Columns) && dataset.NamesOf(DatasetKeys.Columns) is null)
        )
        {
            return;
        }

        if (!dataset.Has(DatasetKeys.Columns))
        {
            GateValidator.Misplaced(
                drift,
                "without declared columns",
                "'columns' next to it",
                "Declare the columns that must not drift",
                problems
            );
            return;
        }

        var names = dataset.NamesOf(DatasetKeys.Columns)!;
        foreach (var column in drift.Value.Get(DriftKeys.Columns)?.Value ?? [])
        {
            GateValidator.ValidateName(column.Name, names, "column", column.Id, column.Place, problems);
            var declared = dataset.Get(DatasetKeys.Columns)!.Value.FirstOrDefault(candidate => candidate.Name == column.Name);
            if (declared?.Value.Get(ColumnKeys.Type)?.Value is { } type)
            {
                ValidateMethod(column, type, problems);
            }
        }
    }

    private static void ValidateMethod(NamedEntry<MapValue> column, ColumnType type, Problems problems)
    {
        if (DriftDefaults.MethodsFor(type) is not { Count: > 0 } methods)
        {
            problems.Add(
                Diagnostics.OutOfRange,
                column.Id,
                column.Place,
                $"drift of a column of type {EnumNames.From(type)}",
                "a number, a category or a boolean",
                "Remove it, or declare another type"
            );
            return;
        }

        if (column.Value.Get(DriftKeys.Method) is { } method && !methods.Contains(method.Value))
        {
            problems.Add(
                Diagnostics.OutOfRange,
                method.Id,
                method.Place,
                $"{method.Written} on a column of type {EnumNames.From(type)}",
                "one of " + string.Join(", ", methods),
                $"Write '{methods[0].Key}'"
            );
        }
    }

    private static void ValidateDisjoint(NamedEntry<MapValue> dataset, MapValue gate, Problems problems)
    {
        foreach (var other in dataset.Value.Get(DatasetKeys.DisjointFrom)?.Value ?? [])
        {
            ValidateOther(dataset, other.Value, other.Id, other.Place, gate, problems);
        }
    }

    private static void ValidateOther(
        NamedEntry<MapValue> dataset,
        string other,
        CheckId id,
        FilePlace place,
        MapValue gate,
        Problems problems
    )
    {
        if (other == dataset.Name)
        {
            problems.Add(Diagnostics.OutOfRange, id, place, "the dataset itself", "another dataset", "Remove it");
        }
        else
        {
            GateValidator.ValidateName(other, gate.NamesOf(GateKeys.Datasets) ?? [], "dataset", id, place, problems);
        }
    }
}
