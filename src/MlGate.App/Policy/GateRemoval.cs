using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.App.Policy;

/// <summary>How a pull request removes a gate file.</summary>
/// <param name="At">The base, which has it.</param>
public sealed record GateRemoval(Baseline At)
{
    /// <summary>Where the file alone was moved to, from the repository's root; null where it is gone.</summary>
    public string? WentTo { get; init; }

    /// <summary>Datasets of the gate that a gate which stays judges, too: they are not left behind, they are that one's.</summary>
    public IReadOnlyCollection<Artifact> Shared { get; init; } = [];

    /// <summary>
    /// A gate file that the pull request adds and that no gate of the base became, from the repository's root; null for none. What was
    /// removed can be there under other names.
    /// </summary>
    public string? Added { get; init; }

    /// <summary>Is anything left of what a gate is about? Of one that shares all of it, always.</summary>
    /// <param name="based">The gate of the base.</param>
    /// <param name="versions">Knows what is there.</param>
    public bool Leaves(Gate based, IWorkingTree versions)
    {
        var own = based.Artifacts.Where(artifact => !Shared.Contains(artifact)).ToList();
        return own.Count == 0 || own.Exists(versions.IsThere);
    }
}
