using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Checks.Versions;

/// <summary>What a model is now and what its lock says that it was made from.</summary>
public sealed record ModelState
{
    /// <summary>The model's gate.</summary>
    public required ModelGate Gate { get; init; }

    /// <summary>Its lock; null where there is none.</summary>
    public LockRecord? Lock { get; init; }

    /// <summary>Version of the model in the working tree; null where it is not there.</summary>
    public ArtifactVersion? Model { get; init; }

    /// <summary>Version now of each dataset that training reads, by name; those that could not be read are left out.</summary>
    public IReadOnlyDictionary<string, ArtifactVersion> Datasets { get; init; } = new Dictionary<string, ArtifactVersion>();

    /// <summary>Version now of each path of code that training reads; those that could not be read are left out.</summary>
    public IReadOnlyDictionary<string, ArtifactVersion> Code { get; init; } = new Dictionary<string, ArtifactVersion>();

    /// <summary>The lineage, if the gate file says how the model is trained.</summary>
    internal Lineage? Lineage => Gate.Train is null ? null : Lock?.Lineage;
}
