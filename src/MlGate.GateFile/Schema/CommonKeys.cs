using MlGate.Findings;

namespace MlGate.GateFile.Schema;

/// <summary>Keys that stand in several maps.</summary>
internal static class CommonKeys
{
    public static readonly IReadOnlyDictionary<string, object> Severities = new Dictionary<string, object>
    {
        ["error"] = Findings.Severity.Error,
        ["warn"] = Findings.Severity.Warn,
        ["info"] = Findings.Severity.Info,
    };

    // Weaker is judged by the effective severity (Loosening), since a value further out reaches in.
    public static readonly KeyDefinition<Severity> Severity = new("severity", new ChoiceSchema<Severity>(Severities))
    {
        Meaning = "Severity of the findings of these checks: only an error stops the build.",
        Default = "that of the enclosing map, else error",
        Example = "severity: warn",
    };

    public static readonly KeyDefinition<Quantity> Mostly = new("mostly", QuantitySchema.Share(NumberRange.PositiveShare))
    {
        Meaning = "Share of the present values (for a rule: of the rows where it is true or false) that must satisfy the limit.",
        Default = "100%",
        Example = "mostly: 99.5%",
        Weaker = (policy, local) => local.Value < policy.Value,
        Absent = (new Quantity(1, Unit.Percent), true),
    };
}
