namespace MlGate.Checks.Models.Evaluation;

/// <summary>A part of the rows.</summary>
/// <param name="Name"><c>contract=Two year</c>, <c>12≤tenure&lt;24</c>, <c>female=1, contract=Two year</c>.</param>
/// <param name="Rows">Indexes of its rows, ascending; empty for a declared value that no row has.</param>
internal sealed record Segment(string Name, int[] Rows);
