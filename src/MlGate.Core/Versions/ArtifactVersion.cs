using MlGate.Findings;

namespace MlGate.Versions;

/// <summary>The identity of an artifact's bytes.</summary>
/// <param name="GitObjectId">What git calls them, 40 or 64 hex digits: the id of the blob or tree that <c>git add</c> would store.</param>
/// <param name="Sha256">SHA-256 of the raw bytes, 64 hex digits; for a folder, of the sorted lines <c>sha256 SP size SP path LF</c> of its
/// files. This one is trusted.</param>
/// <param name="Size">Bytes, summed over the files.</param>
public sealed record ArtifactVersion(string GitObjectId, string Sha256, long Size)
{
    /// <summary>
    /// True if it is the same content: the same bytes, or the same git object with converted line endings. "Are these the locked bytes?"
    /// is another question, which the SHA-256 alone answers.
    /// </summary>
    /// <remarks>
    /// An object has one size: other bytes of that id and of equal size were not converted but made to collide, as SHA-1 allows.
    /// </remarks>
    public bool IsContentOf(ArtifactVersion? other) =>
        other is not null && (Sha256 == other.Sha256 || (GitObjectId == other.GitObjectId && Size != other.Size));
}

/// <summary>Versioned files that the gate file names: a dataset or a model.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its key in the gate file.</param>
/// <param name="Path">As declared: a file, a folder or a glob, relative to the gate file, with forward slashes.</param>
public sealed record Artifact(ArtifactKind Kind, string Name, string Path)
{
    /// <summary><c>datasets.train</c>, <c>models.churn</c>.</summary>
    public CheckId Id => Kind.Section.Subject(Name);
}

/// <summary>An artifact's bytes on this disk, verified to be a version.</summary>
/// <param name="Artifact">Whose bytes.</param>
/// <param name="Version">Their identity.</param>
/// <param name="Files">The files, sorted by relative path, each an absolute path of this disk and what it is called in the
/// artifact.</param>
public sealed record ArtifactBytes(Artifact Artifact, ArtifactVersion Version, IReadOnlyList<ArtifactFile> Files);

/// <summary>One file of an artifact.</summary>
/// <param name="Name">Relative to the gate file's folder, forward slashes.</param>
/// <param name="Location">Absolute path on this disk: the working tree's file, or a copy in the content cache.</param>
/// <param name="Sha256">SHA-256 of the raw bytes.</param>
/// <param name="Size">Bytes.</param>
public sealed record ArtifactFile(string Name, string Location, string Sha256, long Size)
{
    /// <summary>
    /// When its content last changed, UTC, as of the hashing: who reads it later refuses it if that is no longer so. Null where nothing is
    /// known to write, as in the content cache.
    /// </summary>
    public DateTime? Written { get; init; }
}
