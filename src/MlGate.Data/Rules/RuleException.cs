namespace MlGate.Data.Rules;

/// <summary>Says why a rule cannot be used; caught where the rule is compiled.</summary>
internal sealed class RuleException(string message) : Exception(message)
{
    /// <summary>The way out; null for the general one.</summary>
    public string? Fix { get; init; }

    /// <summary>True if a declared column is not in the data. The rule itself may be valid.</summary>
    public bool IsColumnAbsent { get; init; }
}
