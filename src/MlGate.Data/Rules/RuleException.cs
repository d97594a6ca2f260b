namespace MlGate.Data.Rules;

/// <summary>Says why a rule cannot be used; caught where the rule is compiled.</summary>
internal sealed class RuleException(string message) : Exception(message);
