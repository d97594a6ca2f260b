using MlGate.Findings;
using MlGate.Metrics.Flips;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>Rows of an <see cref="EvaluationSet"/>.</summary>
/// <param name="With">The version beside the candidate.</param>
/// <param name="Segment">Name of a segment; null for all rows.</param>
internal sealed record RowSelection(ComparedWith With, string? Segment = null)
{
    /// <summary>Where candidate and baseline are one pair a row: of what; null for two models side by side.</summary>
    public FlipRows? Flips { get; init; }
}
