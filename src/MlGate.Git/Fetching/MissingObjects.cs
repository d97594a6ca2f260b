using System.Text;
using MlGate.Git.Artifacts;
using MlGate.Git.Findings;
using MlGate.Git.Hashing;
using MlGate.Git.Lfs;
using MlGate.Git.Repositories;
using MlGate.Platform;
using MlGate.Versions;

namespace MlGate.Git.Fetching;

/// <summary>The large files that artifacts need and that Git LFS has not fetched.</summary>
/// <param name="gate">Whose artifacts: the folder here, and in the commits of a baseline.</param>
/// <param name="repository">That has the commits.</param>
/// <param name="git">The program.</param>
internal sealed class MissingObjects((GateFolder Here, GateFolder InCommits) gate, GitRepository repository, GitProgram git)
{
    private readonly SortedDictionary<string, string> pointers = new(StringComparer.Ordinal);

    /// <summary>Is nothing missing?</summary>
    public bool IsEmpty => pointers.Count == 0;

    /// <summary>Looks at an artifact as a commit has it.</summary>
    /// <param name="artifact">Which one.</param>
    /// <param name="commit">Full id.</param>
    /// <param name="isCheckedOut">Is that what the working tree holds? Then only what is a pointer there too is missing.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="GitFailedException">Git refuses.</exception>
    public void Add(Artifact artifact, string commit, bool isCheckedOut, CancellationToken cancel)
    {
        if ((isCheckedOut ? gate.Here : gate.InCommits).Checked(artifact.Path, artifact.Id, mayClimb: false).Value is not { } path)
        {
            return;
        }

        var files = TreeReader
            .FilesAt(repository.History, commit, path)
            .Where(file => file.Mode is TreeFile.Plain or TreeFile.Executable && (!isCheckedOut || PointerAt(file.Path) is not null))
            .ToList();
        var small = SmallOnes(files, cancel);
        foreach (var file in files.Where(file => small.Contains(file.Id)))
        {
            var content = new MemoryStream();
            repository.History.Copy(file.Id, content, cancel);
            if (
                LfsPointer.Parse(content.GetBuffer().AsSpan(0, (int)content.Length)) is { } pointer
                && !IsHere(pointer)
                && (!isCheckedOut || PointerAt(file.Path) == pointer)
            )
            {
                pointers[pointer.Sha256] = file.Id;
            }
        }
    }

    /// <summary>
    /// A commit of the pointers of what is missing and of nothing else: what Git LFS is asked for is exactly that, whatever the files are
    /// called. No ref leads to it.
    /// </summary>
    /// <exception cref="GitFailedException">Git refuses.</exception>
    public string Commit(CancellationToken cancel)
    {
        var entries = Encoding.ASCII.GetBytes(
            string.Concat(pointers.Select(pointer => $"{TreeFile.Plain} blob {pointer.Value}\t{pointer.Key}\n"))
        );
        var tree = git.Text(["mktree"], entries, cancel).Trim();
        return git.Text(["-c", "user.name=mlgate", "-c", "user.email=mlgate@localhost", "commit-tree", "-m", "pointers", tree], cancel)
            .Trim();
    }

    // A file that Git LFS was stopped in the middle of has another size.
    private bool IsHere(LfsPointer pointer) =>
        LfsStore.Find(repository.Folders, pointer) is { } path && new FileInfo(path).Length == pointer.Size;

    // The sizes of all come in one answer; most files are no pointers.
    private HashSet<string> SmallOnes(List<TreeFile> files, CancellationToken cancel)
    {
        var ids = Encoding.ASCII.GetBytes(string.Concat(files.Select(file => file.Id + "\n")));
        return ids.Length == 0
            ? []
            : git.Text(["cat-file", "--batch-check=%(objectname) %(objectsize)"], ids, cancel)
                .Split('\n')
                .Select(line => line.Split(' '))
                .Where(pair => pair.Length == 2 && int.TryParse(pair[1], out var size) && size <= LfsPointer.Longest)
                .Select(pair => pair[0])
                .ToHashSet(StringComparer.Ordinal);
    }

    private LfsPointer? PointerAt(string path) =>
        FileStamps.Read(gate.Here.Absolute(path)) is { Kind: EntryKind.File, Size: <= LfsPointer.Longest }
            ? LfsPointer.Parse(RegularFile.ReadBytes(gate.Here.Absolute(path), LfsPointer.Longest))
            : null;
}
