using MlGate.Findings;

namespace MlGate.Versions;

/// <summary>The working tree: what git says of it, and bytes that are hashed while they are read. It is only ever read.</summary>
public interface IWorkingTree
{
    /// <summary>What git says of the working tree.</summary>
    Checkout Checkout { get; }

    /// <summary>The artifact's bytes in the working tree, hashed while read. LFS pointers are resolved from the local LFS store.</summary>
    /// <param name="artifact">Which one.</param>
    /// <param name="trustStatCache">True if an unchanged path, size and time mean unchanged bytes. Never for a verdict on continuous
    /// integration or before a model is loaded.</param>
    /// <param name="cancel">Stops the reading.</param>
    Task<Result<ArtifactBytes>> ReadCandidateAsync(Artifact artifact, bool trustStatCache, CancellationToken cancel);

    /// <summary>
    /// True if any part of an artifact exists in the working tree or the checked-out commit, even if unreadable. Reads no bytes
    /// of it.
    /// </summary>
    /// <param name="artifact">Which one.</param>
    bool IsThere(Artifact artifact);

    /// <summary>True if a file differs from the locked one only in its line endings.</summary>
    /// <param name="file">A file of the working tree.</param>
    /// <param name="lockedSha256">What the lock says of it, 64 lower-case hex digits.</param>
    /// <param name="cancel">Stops the reading.</param>
    Task<bool> DiffersInLineEndingsOnlyAsync(ArtifactFile file, string lockedSha256, CancellationToken cancel);

    /// <summary>Version of code (a file or folder) in the working tree, by the files that git tracks or would track.</summary>
    Task<Result<ArtifactVersion>> ReadCodeAsync(string path, CancellationToken cancel);
}
