using MlGate.Findings;
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

    /// <summary>Id of the training's command and seed: <c>models.churn.train</c>.</summary>
    internal CheckId RecipeId => Gate.Id.Child("train");

    /// <summary>Id per name of each dataset that training reads, sorted by name.</summary>
    internal IReadOnlyDictionary<string, CheckId> DatasetIds => Ids(Gate.Train?.Datasets, GateSection.Datasets.Subject);

    /// <summary>Id per path of the code that training reads, sorted by path: <c>models.churn.train.reads."Trainer/"</c>.</summary>
    internal IReadOnlyDictionary<string, CheckId> CodeIds => Ids(Gate.Train?.Code, RecipeId.Child("reads").Child);

    /// <summary>The model that stands here.</summary>
    internal JudgedArtifact JudgedModel => new(Gate.Id, JudgedVersions.Candidate);

    /// <summary>Something that training used or wrote, as it is now and as the lock has it.</summary>
    internal static JudgedArtifact JudgedInput(CheckId id) => new(id, JudgedVersions.AgainstTraining);

    private static SortedDictionary<string, CheckId> Ids(IReadOnlyList<string>? names, Func<string, CheckId> id) =>
        new((names ?? []).Distinct(StringComparer.Ordinal).ToDictionary(name => name, id), StringComparer.Ordinal);
}
