using MlGate.Versions;

namespace MlGate.Git.Artifacts;

/// <summary>An artifact of the working tree: its version, and the files that it is made of.</summary>
internal sealed record ReadArtifact(ArtifactVersion Version, IReadOnlyList<ReadFile> Files);
