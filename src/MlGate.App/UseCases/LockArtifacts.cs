using MlGate.App.Location;
using MlGate.App.Services;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Git.Locks;
using MlGate.Reporting.Terminal;
using MlGate.Versions;

namespace MlGate.App.UseCases;

/// <summary>
/// Records the versions of a gate's artifacts, and removes the locks that no gate needs any more: one that stayed would make the next check
/// ambiguous.
/// </summary>
/// <param name="versions">Reads the artifacts.</param>
/// <param name="store">Reads and writes the locks.</param>
/// <param name="named">What the gate files of the folder name.</param>
internal sealed class LockArtifacts(IWorkingTree versions, LockStore store, FolderGates named)
{
    /// <summary>The run for a gate where it stands.</summary>
    public static LockArtifacts ForGate(GateServices workplace, Gate gate) =>
        new(
            workplace.Versions,
            workplace.Locks,
            FolderGates.Read(workplace.Folder, Path.GetFileName(workplace.GateFile), gate, workplace.Files)
        );

    /// <summary>Records the versions of a gate, and prints what was written and removed.</summary>
    /// <param name="workplace">Where the gate stands.</param>
    /// <param name="gate">Of the working tree.</param>
    /// <param name="quiet">Is only told what was removed?</param>
    /// <param name="output">Where it is printed.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<Finding>> RunAndTellAsync(
        GateServices workplace,
        Gate gate,
        bool quiet,
        Output output,
        CancellationToken cancel
    )
    {
        var locked = await ForGate(workplace, gate).RunAsync(gate, cancel);
        foreach (var record in quiet ? [] : locked.Value?.Written ?? [])
        {
            output.Result($"{record.Artifact.Id}  {record.Version.GitObjectId[..12]}  {record.Artifact.Path}");
        }

        // Said to a build as well: a file of the working tree is gone.
        foreach (var artifact in locked.Value?.Removed ?? [])
        {
            output.Result($"{artifact.Id}  no longer declared, lock removed  {LockFiles.PathOf(artifact)}");
        }

        return locked.Problems;
    }

    public async Task<Result<LockedGate>> RunAsync(Gate gate, CancellationToken cancel)
    {
        var bytes = new List<Result<ArtifactBytes>>();
        foreach (var artifact in gate.Artifacts)
        {
            bytes.Add(await versions.ReadCandidateAsync(artifact, trustStatCache: false, cancel));
        }

        var there = store.Readable();
        IReadOnlyList<Finding> unread = [.. bytes.SelectMany(read => read.Problems), .. there.Problems];
        if (unread.Count > 0)
        {
            return Result.Failed<LockedGate>(unread);
        }

        var unneeded = there.Value!.Where(record => !named.MayName(record.Artifact)).ToList();
        IReadOnlyList<LockRecord> records =
        [
            .. bytes.Select(read => LockRecord.From(read.Value!, Earlier(read.Value!.Artifact, there.Value!, unneeded))),
        ];
        IReadOnlyList<Artifact> removed = [.. unneeded.Select(record => record.Artifact)];
        var problems = store.Write(records, removed, cancel);
        return problems.Count > 0 ? Result.Failed<LockedGate>(problems) : new LockedGate(records, removed);
    }

    // A model that got another name is still the one that was trained.
    private static LockRecord? Earlier(Artifact artifact, IReadOnlyList<LockRecord> there, IReadOnlyList<LockRecord> unneeded) =>
        there.FirstOrDefault(record => record.Artifact.Id == artifact.Id)
        ?? unneeded.FirstOrDefault(record => record.Artifact.Kind == artifact.Kind && record.Artifact.Path == artifact.Path);
}
