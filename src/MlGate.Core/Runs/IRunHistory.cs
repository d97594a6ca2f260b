using MlGate.Findings;

namespace MlGate.Runs;

/// <summary>Past runs, kept beside the commits that they checked.</summary>
public interface IRunHistory
{
    /// <summary>The latest runs of a gate along the first parents of what is checked out.</summary>
    /// <param name="gate">Name of the gate.</param>
    /// <param name="most">Most runs that count, at least 1.</param>
    /// <param name="counts">True if the run is wanted.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>The oldest first, the latest run of each commit; none where nothing is kept.</returns>
    Task<Result<IReadOnlyList<RecordedRun>>> ReadAsync(string gate, int most, Func<RecordedRun, bool> counts, CancellationToken cancel);

    /// <summary>Keeps a run. One that is kept already is not kept twice.</summary>
    /// <returns>What went wrong; none when the run is kept.</returns>
    Task<IReadOnlyList<Finding>> RecordAsync(RecordedRun run, CancellationToken cancel);

    /// <summary>
    /// Takes what others have kept, into a shallow clone with the commits that it is about; nothing of what is here is lost.
    /// </summary>
    /// <param name="remote">Name of a remote.</param>
    /// <param name="cancel">Stops the transfer.</param>
    Task<IReadOnlyList<Finding>> FetchAsync(string remote, CancellationToken cancel);

    /// <summary>Takes what others have kept, and gives them what is kept here; others may do the same at the same time.</summary>
    /// <param name="remote">Name of a remote.</param>
    /// <param name="cancel">Stops the transfer.</param>
    Task<IReadOnlyList<Finding>> ShareAsync(string remote, CancellationToken cancel);
}
