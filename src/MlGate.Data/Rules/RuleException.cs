namespace MlGate.Data.Rules;

/// <summary>Says why a rule cannot be used; caught where the rule is compiled.</summary>
internal sealed class RuleException(string message) : Exception(message)
{
    /// <summary>The way out; null for the general one.</summary>
    public string? Fix { get; init; }

    /// <summary>Is a declared column not in the data? Then the rule itself can be right.</summary>
    public bool IsColumnAbsent { get; init; }
}
