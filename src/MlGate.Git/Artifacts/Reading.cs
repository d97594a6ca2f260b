using MlGate.Findings;

namespace MlGate.Git.Artifacts;

/// <summary>One reading of files.</summary>
/// <param name="Id">The check that findings belong to.</param>
/// <param name="Trust">May the stat cache stand for unchanged files?</param>
/// <param name="Begun">When it began, in nanoseconds since 1970.</param>
internal sealed record Reading(CheckId Id, bool Trust, long Begun);
