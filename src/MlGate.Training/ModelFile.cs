using MlGate.Versions;

namespace MlGate.Training;

/// <summary>The model as it stood before training.</summary>
internal sealed class ModelFile
{
    private readonly ArtifactBytes bytes;
    private readonly Dictionary<string, DateTime> written;

    private ModelFile(ArtifactBytes bytes) =>
        (this.bytes, written) = (
            bytes,
            bytes.Files.ToDictionary(file => file.Location, file => File.GetLastWriteTimeUtc(file.Location), StringComparer.Ordinal)
        );

    /// <summary>Its version.</summary>
    public ArtifactVersion Version => bytes.Version;

    /// <summary>Reads it; null if there is none yet, or none that can be read: training will make one.</summary>
    public static async Task<ModelFile?> ReadAsync(IWorkingTree versions, Artifact artifact, CancellationToken cancel) =>
        (await versions.ReadCandidateAsync(artifact, trustStatCache: false, cancel)).Value is { } bytes ? new ModelFile(bytes) : null;

    /// <summary>
    /// Was no file of it written since? The same bytes in a file written anew are a training that repeats exactly; the same bytes in a file
    /// that nobody wrote are a
    /// training whose result went elsewhere, and a lineage for them would be a lie.
    /// </summary>
    public bool IsUntouched(ArtifactBytes now) =>
        now.Version.Sha256 == Version.Sha256
        && now.Files.All(file => written.TryGetValue(file.Location, out var time) && time == File.GetLastWriteTimeUtc(file.Location));
}
