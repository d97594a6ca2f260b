using MlGate.Findings;

namespace MlGate.GateFile.Sources;

/// <summary>What is wrong with a text.</summary>
internal sealed record Complaint(Diagnostic Diagnostic, string Found, string? Fix = null, string? Expected = null);
