using MlGate.Versions;

namespace MlGate.Git.Baselines;

/// <summary>What a gate compares, and with what.</summary>
/// <param name="Ref"><c>auto</c>, or a git ref.</param>
/// <param name="Artifacts">Whose bytes are read there.</param>
internal sealed record WantedBaseline(string Ref, IReadOnlyList<Artifact> Artifacts);
