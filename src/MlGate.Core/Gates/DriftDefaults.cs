using MlGate.Drift;

namespace MlGate.Gates;

/// <summary>Which drift statistics suit which type.</summary>
public static class DriftDefaults
{
    /// <summary>The methods that a type allows, the default first; empty for types whose drift is not measured.</summary>
    public static IReadOnlyList<DriftMethod> MethodsFor(ColumnType type) =>
        type switch
        {
            ColumnType.Integer or ColumnType.Number => [.. DriftMethods.All.Where(method => method.ForNumbers)],
            ColumnType.Category or ColumnType.Boolean => [.. DriftMethods.All.Where(method => method.ForCategories)],
            _ => [],
        };
}
