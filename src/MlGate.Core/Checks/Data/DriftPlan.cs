using MlGate.Gates;

namespace MlGate.Checks.Data;

/// <summary>
/// Which columns are judged for drift, and how: those that the gate file lists, then the declared features, labels and sensitive columns by
/// the default of their type.
/// </summary>
public static class DriftPlan
{
    /// <summary>
    /// The judged columns; texts, dates and moments have no default, ids, groups, weights and times change by their nature.
    /// </summary>
    public static IReadOnlyList<DriftedColumn> For(DatasetGate gate)
    {
        if (gate.Drift is not { } drift)
        {
            return [];
        }

        var listed = drift
            .Columns.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new DriftedColumn(pair.Key, pair.Value));
        var others =
            from column in gate.Columns
            where !drift.Columns.ContainsKey(column.Name) && column.Role is ColumnRole.Feature or ColumnRole.Label or ColumnRole.Sensitive
            let methods = DriftDefaults.MethodsFor(column.Type.Value)
            where methods.Count > 0
            select new DriftedColumn(
                column.Name,
                new Declared<DriftLimit>(
                    new DriftLimit(methods[0], methods[0].DefaultLimit),
                    drift.Id.Child("columns").Child(column.Name),
                    drift.Place,
                    drift.Severity
                )
            );
        return [.. listed, .. others];
    }
}

/// <summary>A column that is judged for drift.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Limit">Method and limit, with the check's id, place and severity.</param>
public sealed record DriftedColumn(string Name, Declared<DriftLimit> Limit);
