using MlGate.Findings;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>Rows of an <see cref="EvaluationSet"/>.</summary>
/// <param name="With">The version beside the candidate.</param>
/// <param name="Segment">Name of a segment; null for all rows.</param>
internal sealed record RowSelection(ComparedWith With, string? Segment = null);
