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
    public static readonly Key<Severity> Severity = new("severity", new ChoiceKind<Severity>(Severities))
    {
        Meaning = "How loudly the checks in here speak: an error stops the build, a warning and an information do not.",
        Default = "that of what it stands in, else error",
        Example = "severity: warn",
    };

    public static readonly Key<Quantity> Mostly = new("mostly", QuantityKind.Share(NumberRange.PositiveShare))
    {
        Meaning = "Share of the present values (for a rule: of the rows for which it is true or false) that must keep it.",
        Default = "100%",
        Example = "mostly: 99.5%",
        Weaker = (policy, local) => local.Value < policy.Value,
        Absent = (new Quantity(1, Unit.Percent), true),
    };
}
