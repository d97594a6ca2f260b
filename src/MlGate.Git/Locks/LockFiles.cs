using MlGate.Git.Artifacts;
using MlGate.Versions;

namespace MlGate.Git.Locks;

/// <summary>Where locks are, relative to the gate file's folder.</summary>
internal static class LockFiles
{
    public const string Folder = ".mlgate/lock";

    /// <summary>The folder of a kind's locks.</summary>
    public static string FolderOf(ArtifactKind kind) => Folder + "/" + kind.Section.Key;

    /// <summary>The lock of an artifact.</summary>
    public static string PathOf(Artifact artifact) => LockRecord.PathOf(artifact);

    /// <summary>Why a name cannot name a lock; null when it can.</summary>
    public static string? WhyNot(Artifact artifact) => SafePath.WhyNotName(artifact.Name) is { } reason ? "the name " + reason : null;
}
