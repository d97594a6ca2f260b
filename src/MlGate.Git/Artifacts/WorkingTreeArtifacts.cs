using MlGate.Findings;
using MlGate.Git.Findings;
using MlGate.Git.Repositories;
using MlGate.Platform;
using MlGate.Versions;

namespace MlGate.Git.Artifacts;

/// <summary>Finds the files of the working tree that a path or a glob of the gate file names, and reads them.</summary>
internal sealed class WorkingTreeArtifacts(GateFolder gate, GitRepository? repository, WorkingTreeReader reader)
{
    /// <summary>Is there a file of the repository that a path or a glob names?</summary>
    public bool Contains(string path)
    {
        var glob = Glob.Is(path) ? new Glob(path) : null;
        return Entry.KindOf(gate.Absolute(glob?.Folder ?? path), followLink: false) switch
        {
            EntryKind.Missing => false,
            EntryKind.Folder => WorkingTreeFiles
                .Under(gate.Root, repository, glob?.Folder ?? path, CancellationToken.None)
                .Any(file =>
                    (glob is null ? !IsOwn(file.Path) : glob.Matches(file.Path))
                    && Entry.KindOf(gate.Absolute(file.Path.TrimEnd('/')), followLink: false) != EntryKind.Missing
                ),
            _ => glob is null,
        };
    }

    /// <summary>Reads what a path or a glob of the gate file names.</summary>
    /// <param name="written">As the gate file has it.</param>
    /// <param name="id">The check that findings belong to.</param>
    /// <param name="trust">May the stat cache stand for unchanged files?</param>
    /// <param name="asCode">Are links and submodules taken as git takes them? Else they are refused.</param>
    /// <param name="cancel">Stops the reading.</param>
    public Result<ReadArtifact> Read(string written, CheckId id, bool trust, bool asCode, CancellationToken cancel)
    {
        var checkedPath = gate.Checked(written, id, mayClimb: asCode);
        if (checkedPath.Value is not { } path)
        {
            return Result.Failed<ReadArtifact>(checkedPath.Problems);
        }

        var glob = Glob.Is(path) ? new Glob(path) : null;
        var folder = glob?.Folder ?? path;
        var kind = Entry.KindOf(gate.Absolute(folder), followLink: false);
        var isFolder = glob is not null || kind == EntryKind.Folder;
        var under = isFolder && kind == EntryKind.Folder ? WorkingTreeFiles.Under(gate.Root, repository, folder, cancel) : [];

        // A glob matches files of this repository only: what a submodule in its folder holds is in another one's history.
        if (
            glob is not null
            && !asCode
            && under.FirstOrDefault(file => file.IndexMode == TreeFile.Submodule && glob.MayMatchBelow(file.Path)) is { } submodule
        )
        {
            return WorkingTreeReader.OtherRepository(id, gate.Name(submodule.Path));
        }

        IReadOnlyList<WorkingFile> files = isFolder
            ? [.. under.Where(file => glob is null ? !IsOwn(file.Path) : glob.Matches(file.Path))]
            : [new WorkingFile(path, null)];
        var read = reader.Read(files, id, trust, asCode, cancel);
        return read.Value is null ? Result.Failed<ReadArtifact>(read.Problems)
            : read.Value.Count == 0
                ? GitFinding.Create(
                    Diagnostics.FileNotFound,
                    id,
                    written,
                    isFolder && kind == EntryKind.Folder ? "no tracked or trackable file in the folder" : "folder not found",
                    "at least one file",
                    "Correct the path in the gate file, or check .gitignore"
                )
            : new ReadArtifact(
                isFolder
                    ? ReadFile.VersionOf(gate.Format, folder, read.Value)
                    : new ArtifactVersion(read.Value[0].Digest.GitObjectId, read.Value[0].Digest.Sha256, read.Value[0].Digest.Size),
                read.Value
            );
    }

    // Locks record versions, so a version must not depend on them.
    private bool IsOwn(string path) => path.StartsWith(SafePath.Join(gate.Prefix, ".mlgate/"), StringComparison.Ordinal);
}
