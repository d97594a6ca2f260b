using MlGate.Findings;

namespace MlGate.Versions;

/// <summary>
/// How far a baseline lies behind the branch that the work will be merged into. It decides nothing, and moves while the work does not: no
/// digest is over it.
/// </summary>
/// <param name="Branch">The branch as this clone knows it: <c>origin/main</c>.</param>
/// <param name="Commits">Commits that the branch has and the baseline has not; at least 1.</param>
/// <param name="Changed">Ids of the gate's artifacts that are others at the branch's tip than at the baseline, in the order in which they
/// were asked for.</param>
public sealed record Behind(string Branch, long Commits, IReadOnlyList<CheckId> Changed);
