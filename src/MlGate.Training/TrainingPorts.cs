using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.Training;

/// <summary>All that a training needs of the world.</summary>
internal sealed record TrainingPorts
{
    /// <summary>Hashes what goes in and comes out.</summary>
    public required IWorkingTree Versions { get; init; }

    /// <summary>Reads what is recorded.</summary>
    public required ILockReader Recorded { get; init; }

    /// <summary>Writes the record.</summary>
    public required ILockStore Locks { get; init; }

    /// <summary>Runs the command.</summary>
    public required ICommandRunner Commands { get; init; }

    /// <summary>Runs the checks of the datasets that are read. Training starts only if none of the findings counts.</summary>
    public required Func<IReadOnlyList<DatasetGate>, CancellationToken, Task<IReadOnlyList<Finding>>> CheckInputs { get; init; }

    /// <summary>Takes lines for people, the command's output among them.</summary>
    public required Action<string> Progress { get; init; }

    /// <summary>Absolute path of the gate file's folder.</summary>
    public required string Folder { get; init; }
}

/// <summary>How a training ended.</summary>
/// <param name="Findings">What the checks of the inputs said and, if it went wrong, why.</param>
/// <param name="Record">The lock that was written; null if none was.</param>
/// <param name="Changed">Are the model's bytes other than before?</param>
internal sealed record TrainingOutcome(IReadOnlyList<Finding> Findings, LockRecord? Record, bool Changed);
