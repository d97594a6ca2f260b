using MlGate.Findings;
using MlGate.Gates;

namespace MlGate.Runs;

/// <summary>What the sections of a run share.</summary>
internal sealed class RunContext
{
    /// <summary>What must hold.</summary>
    public required Gate Gate { get; init; }

    /// <summary>The outside world.</summary>
    public required GatePorts Ports { get; init; }

    /// <summary>What the caller decides.</summary>
    public required RunOptions Options { get; init; }

    /// <summary>Hears what is being done.</summary>
    public required IRunProgress Progress { get; init; }

    /// <summary>What is known of each artifact that the run reads, by its id, in the order of the gate file.</summary>
    public required IReadOnlyDictionary<CheckId, ArtifactState> States { get; init; }

    /// <summary>The state of a dataset; null where the run does not read it.</summary>
    public ArtifactState? Dataset(string name) => States.GetValueOrDefault(GateSection.Datasets.Subject(name));
}
