namespace MlGate.Versions;

/// <summary>The record, kept in git, of an artifact's version and of how it came about. One sorted JSON file per artifact.</summary>
public sealed record LockRecord
{
    /// <summary>The schema that this MlGate writes.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Version of the record's schema.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Whose lock it is.</summary>
    public required Artifact Artifact { get; init; }

    /// <summary>The recorded version.</summary>
    public required ArtifactVersion Version { get; init; }

    /// <summary>For a folder or glob: path, SHA-256 and size per file, sorted by path; empty for one file.</summary>
    public IReadOnlyList<LockedFile> Files { get; init; } = [];

    /// <summary>True if it was written in a git repository. A missing repository is then not a new one.</summary>
    public bool InRepository { get; init; }

    /// <summary>How the version came about; only training writes it, and only for models.</summary>
    public Lineage? Lineage { get; init; }

    /// <summary>The file of an artifact's lock, relative to the gate file's folder.</summary>
    public static string PathOf(Artifact artifact) => $".mlgate/lock/{artifact.Kind.Section.Key}/{artifact.Name}.json";

    /// <summary>
    /// The record of bytes as they are. What an earlier record says of how they came about holds on for the same bytes only.
    /// </summary>
    public static LockRecord From(ArtifactBytes bytes, LockRecord? earlier) =>
        new()
        {
            Artifact = bytes.Artifact,
            Version = bytes.Version,
            Files =
                bytes.Files is [var only] && only.Name == bytes.Artifact.Path
                    ? []
                    : [.. bytes.Files.Select(file => new LockedFile(file.Name, file.Sha256, file.Size))],
            Lineage = earlier?.Version == bytes.Version ? earlier.Lineage : null,
        };
}

/// <summary>One file of a locked folder.</summary>
/// <param name="Path">Relative to the gate file's folder.</param>
/// <param name="Sha256">SHA-256 of the raw bytes.</param>
/// <param name="Size">Bytes.</param>
public sealed record LockedFile(string Path, string Sha256, long Size);

/// <summary>What a model was made from.</summary>
public sealed record Lineage
{
    /// <summary>The command.</summary>
    public required string Command { get; init; }

    /// <summary>The seed, if one was declared.</summary>
    public long? Seed { get; init; }

    /// <summary>Version per dataset that training read, by name; sorted.</summary>
    public required IReadOnlyDictionary<string, ArtifactVersion> Datasets { get; init; }

    /// <summary>Version per path of code that training read; sorted.</summary>
    public required IReadOnlyDictionary<string, ArtifactVersion> Code { get; init; }

    /// <summary>Tool and version: <c>dotnet → 10.0.401</c>; sorted.</summary>
    public IReadOnlyDictionary<string, string> Toolchain { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Package and version, from the lock or assets files among the code; sorted.</summary>
    public IReadOnlyDictionary<string, string> Packages { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
