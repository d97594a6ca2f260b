using MlGate.Findings;

namespace MlGate.Gates;

/// <summary>A value of the gate file that is a check of its own.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">What is declared.</param>
/// <param name="Id">Its path in the gate file, which names it in reports and waivers.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Severity">The severity that holds there: its own, or that of what it stands in.</param>
public sealed record Declared<T>(T Value, CheckId Id, FilePlace Place, Severity Severity = Severity.Error);
