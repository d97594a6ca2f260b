using MlGate.Checks.Data.Constraints;
using MlGate.Findings;
using MlGate.GateFile.Schema;
using MlGate.Gates;
using static MlGate.GateFile.Parsing.GateBuilder;

namespace MlGate.GateFile.Parsing;

/// <summary>Makes datasets.</summary>
internal static class DatasetBuilder
{
    public static DatasetGate Build(NamedEntry<MapValue> named)
    {
        var dataset = named.Value;
        var severity = SeverityIn(dataset, Severity.Error);
        var rows = dataset.Get(DatasetKeys.Rows)?.Value;
        var rowSeverity = SeverityIn(rows, severity);
        var columns = (dataset.Get(DatasetKeys.Columns)?.Value ?? []).Select(column => ColumnOf(column, severity)).ToList();
        return new DatasetGate
        {
            Name = named.Name,
            Path = dataset.Get(DatasetKeys.Path)!.Value,
            Place = named.Place,
            Frozen = Declare(dataset, DatasetKeys.Frozen, severity),
            MinRows = Declare(rows, DatasetKeys.FewestRows, rowSeverity),
            MaxRows = Declare(rows, DatasetKeys.MostRows, rowSeverity),
            RowsChange = Declare(rows, DatasetKeys.RowsChange, change => change.Value, rowSeverity),
            MissingMarks = [.. (dataset.Get(DatasetKeys.Missing)?.Value ?? []).Select(mark => mark.Value)],
            Columns = columns,
            OtherColumns = Declare(dataset, DatasetKeys.OtherColumns, severity),
            Ordered = Declare(dataset, DatasetKeys.Ordered, severity),
            Constraints = [.. DatasetConstraintKeys.All.SelectMany(key => key.Build(dataset, severity))],
            Drift = dataset.Get(DatasetKeys.Drift) is { } drift ? DriftOf(drift, columns, severity) : null,
            DisjointFrom =
            [
                .. (dataset.Get(DatasetKeys.DisjointFrom)?.Value ?? []).Select(other => new Declared<string>(
                    other.Value,
                    dataset.Id.Child(DatasetKeys.DisjointFrom.Name).Child(other.Value),
                    other.Place,
                    severity
                )),
            ],
        };
    }

    private static ColumnGate ColumnOf(NamedEntry<MapValue> named, Severity outer)
    {
        var column = named.Value;
        var severity = SeverityIn(column, outer);
        var missing = column.Get(ColumnKeys.Missing)?.Value;
        return new ColumnGate
        {
            Name = named.Name,
            Place = named.Place,
            Id = named.Id,
            Type = Declare(column, ColumnKeys.Type, severity)!,
            Role = column.Get(ColumnKeys.Role)?.Value ?? ColumnRole.Feature,
            Optional = column.Get(ColumnKeys.Optional)?.Value ?? false,
            Mostly = column.Get(CommonKeys.Mostly)?.Value.Value ?? 1,
            Constraints =
            [
                .. ColumnConstraints.All.Select(constraint => ConstraintOf(column, constraint, severity)).OfType<DeclaredConstraint>(),
            ],
            MaxMissing = Declare(missing, ColumnKeys.MostMissing, share => share.Value, SeverityIn(missing, severity)),
            MissingMarks = missing?.Get(ColumnKeys.MissingMarks)?.Value.Select(mark => mark.Value).ToList(),
        };
    }

    private static DeclaredConstraint? ConstraintOf(MapValue column, ColumnConstraint constraint, Severity outer)
    {
        var map = ConstraintKeys.MapOf(column, constraint);
        return map?.Find(constraint.Key) is { } limit
            ? constraint.Declare(new Declared<object>(limit.Value, limit.Id, limit.Key, SeverityIn(map, outer)))
            : null;
    }

    private static DriftGate DriftOf(ReadValue<MapValue> drift, IReadOnlyList<ColumnGate> columns, Severity outer)
    {
        var severity = SeverityIn(drift.Value, outer);
        return new DriftGate
        {
            Place = drift.Key,
            Id = drift.Id,
            Severity = severity,
            Against = drift.Value.Get(DriftKeys.Against)?.Value is { } name && name != DriftKeys.Baseline ? name : null,
            AddedRowsOnly = drift.Value.Get(DriftKeys.AddedRowsOnly)?.Value ?? false,
            Columns = (drift.Value.Get(DriftKeys.Columns)?.Value ?? []).ToDictionary(
                column => column.Name,
                column =>
                    LimitOf(column, columns.First(declared => declared.Name == column.Name).Type.Value, SeverityIn(column.Value, severity)),
                StringComparer.Ordinal
            ),
        };
    }

    private static Declared<DriftLimit> LimitOf(NamedEntry<MapValue> column, ColumnType type, Severity severity)
    {
        var method = column.Value.Get(DriftKeys.Method)?.Value ?? DriftDefaults.MethodsFor(type)[0];
        var limit = column.Value.Get(DriftKeys.Limit)?.Value ?? method.DefaultLimit;
        return new Declared<DriftLimit>(new DriftLimit(method, limit), column.Id, column.Place, severity);
    }
}
