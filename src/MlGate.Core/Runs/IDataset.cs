using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Runs;

/// <summary>A dataset as ports take it: where it is, which version of it, and how its columns are read.</summary>
public interface IDataset
{
    /// <summary>Its path in the gate file, for findings.</summary>
    CheckId Id { get; }

    /// <summary>Where it is.</summary>
    DatasetSource Source { get; }

    /// <summary>Which version of it.</summary>
    ArtifactVersion Version { get; }

    /// <summary>How its columns are read.</summary>
    DatasetSchema Schema { get; }
}

/// <summary>Where a dataset is. The set is closed: an engine that reads these reads every dataset.</summary>
public abstract record DatasetSource
{
    private protected DatasetSource() { }
}

/// <summary>Files of one format.</summary>
/// <param name="Files">The files, in order.</param>
public sealed record DatasetFiles(IReadOnlyList<ArtifactFile> Files) : DatasetSource;

/// <summary>A version of an artifact that is read as a dataset.</summary>
/// <param name="Bytes">The version and its files.</param>
/// <param name="Id">Its path in the gate file.</param>
/// <param name="Schema">How its columns are read.</param>
public sealed record FileDataset(ArtifactBytes Bytes, CheckId Id, DatasetSchema Schema) : IDataset
{
    /// <summary>A version of the dataset that a gate declares.</summary>
    public FileDataset(ArtifactBytes bytes, DatasetGate gate)
        : this(bytes, gate.Id, DatasetSchema.From(gate)) { }

    /// <inheritdoc/>
    public DatasetSource Source => new DatasetFiles(Bytes.Files);

    /// <inheritdoc/>
    public ArtifactVersion Version => Bytes.Version;
}
