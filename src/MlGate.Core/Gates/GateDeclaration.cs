namespace MlGate.Gates;

/// <summary>The values of a gate file as they are written. Whoever reads gate files derives it.</summary>
public abstract class GateDeclaration
{
    /// <summary>
    /// Limits that are weaker than in an earlier version of the gate, or removed, one line each:
    /// <c>models.churn.metrics.auc.min: 0.85 → 0.80</c>.
    /// </summary>
    /// <param name="earlier">The earlier version, read by the same reader.</param>
    public abstract IReadOnlyList<Declared<string>> LoosenedSince(GateDeclaration earlier);
}
