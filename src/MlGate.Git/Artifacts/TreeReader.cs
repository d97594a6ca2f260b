using System.Security.Cryptography;
using System.Text;
using MlGate.Findings;
using MlGate.Git.Findings;
using MlGate.Git.Hashing;
using MlGate.Git.Lfs;
using MlGate.Git.Repositories;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Git.Artifacts;

/// <summary>Brings an artifact's bytes from a commit into the content cache. The working tree is not touched.</summary>
internal sealed class TreeReader(GateFolder gate, IHistory history, ICache cache)
{
    private readonly FileHasher hasher = new(gate.Format);

    /// <summary>The files that a glob matches in a commit.</summary>
    public static IReadOnlyList<TreeFile> Matching(IHistory history, string commit, Glob glob) =>
        [.. history.Files(commit, glob.Folder).Where(file => glob.Matches(file.Path))];

    /// <summary>The files of an artifact in a commit; none where it is not there.</summary>
    /// <param name="history">That has the commit.</param>
    /// <param name="commit">Full id.</param>
    /// <param name="path">The artifact's path in the root, checked.</param>
    public static IReadOnlyList<TreeFile> FilesAt(IHistory history, string commit, string path) =>
        Glob.Is(path) ? Matching(history, commit, new Glob(path))
        : history.Item(commit, path) is not { } item ? []
        : item.Mode == "40000" ? history.Files(commit, path)
        : [item];

    /// <summary>The id of the tree that holds just these files.</summary>
    public static string TreeOf(ObjectFormat format, string folder, IEnumerable<TreeFile> files)
    {
        var skipped = folder.Length == 0 ? 0 : folder.Length + 1;
        return TreeId.From(format, files.Select(file => file with { Path = file.Path[skipped..] }));
    }

    /// <summary>Reads an artifact at a commit.</summary>
    /// <param name="artifact">Which one.</param>
    /// <param name="path">Its path in the root, checked.</param>
    /// <param name="baseline">The commit.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="GitFailedException">Git refuses.</exception>
    public async Task<Result<ArtifactBytes>> ReadAsync(Artifact artifact, string path, Baseline baseline, CancellationToken cancel)
    {
        var files = FilesAt(history, baseline.Commit, path);
        var isFolder = files is not [var only] || only.Path != path;
        var folder = Glob.Is(path) ? new Glob(path).Folder : path;
        if (files.Count == 0)
        {
            return GitFinding.Create(
                Diagnostics.NoBaselineFound,
                artifact.Id,
                artifact.Id.Text,
                $"{GitFinding.Shown(artifact.Path)} is not in {baseline.Commit[..10]} ({baseline.How})",
                "an earlier version to compare with",
                "No action needed for a new artifact: its next change has a baseline"
            );
        }

        var read = new List<ReadFile>(files.Count);
        foreach (var file in files)
        {
            var one = await ReadAsync(file, artifact, baseline, cancel);
            if (one.Value is null)
            {
                return Result.Failed<ArtifactBytes>(one.Problems);
            }

            read.Add(one.Value);
        }

        var version = isFolder
            ? ReadFile.VersionOf(gate.Format, folder, read)
            : new ArtifactVersion(read[0].Digest.GitObjectId, read[0].Digest.Sha256, read[0].Digest.Size);
        return new ArtifactBytes(
            artifact,
            version,
            [
                .. read.OrderBy(file => file.Name, StringComparer.Ordinal)
                    .Select(file => new ArtifactFile(file.Name, file.Location, file.Digest.Sha256, file.Digest.Size)),
            ]
        );
    }

    private async Task<Result<ReadFile>> ReadAsync(TreeFile file, Artifact artifact, Baseline baseline, CancellationToken cancel)
    {
        var name = gate.Name(file.Path);
        if (file.Mode is TreeFile.Link or TreeFile.Submodule)
        {
            return GitFinding.Create(
                Diagnostics.NotARegularFile,
                artifact.Id,
                name,
                $"at the baseline it is a {(file.Mode == TreeFile.Link ? "symbolic link" : "submodule")}",
                "a regular file",
                "Use another baseline, or compare from the next change on"
            );
        }

        var made = await cache.GetOrCreateAsync(
            "bytes",
            Key(file.Id),
            path => Task.FromResult(Materialise(file, name, artifact, path, cancel)),
            cancel
        );
        if (made.Value is null)
        {
            return Result.Failed<ReadFile>(made.Problems);
        }

        var hashed = hasher.Hash(made.Value, name, artifact.Id, mayConvert: false, cancel, mayShare: true);
        if (hashed.Value is not { } bytes)
        {
            return Result.Failed<ReadFile>(hashed.Problems);
        }

        if (bytes.RawGitId != file.Id)
        {
            return NotReadable(
                artifact,
                name,
                "its copy in the content cache differs from the blob " + file.Id,
                "Delete .mlgate/cache and run again"
            );
        }

        return bytes.Pointer is { } pointer
            ? Resolve(file, name, pointer, artifact, baseline, cancel)
            : new ReadFile(file.Path, name, file.Mode, made.Value, new FileDigest(file.Id, bytes.Sha256, bytes.Size));
    }

    private IReadOnlyList<Finding> Materialise(TreeFile file, string name, Artifact artifact, string path, CancellationToken cancel)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            history.Copy(file.Id, stream, cancel);
            return [];
        }
        catch (GitFailedException problem)
        {
            return
            [
                NotReadable(
                    artifact,
                    name,
                    GitFinding.Shown(problem.Summary),
                    "Fetch the missing objects: git fetch --refetch, or clone without a filter"
                ),
            ];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [FileHasher.Unreadable(problem, path, name, artifact.Id)];
        }
    }

    private Result<ReadFile> Resolve(
        TreeFile file,
        string name,
        LfsPointer pointer,
        Artifact artifact,
        Baseline baseline,
        CancellationToken cancel
    )
    {
        var location = LfsStore.Find(gate.Repository?.Folders, pointer);
        var hashed = location is null ? null : hasher.Hash(location, name, artifact.Id, mayConvert: false, cancel, mayShare: true);
        return hashed?.Value is { } bytes && bytes.Sha256 == pointer.Sha256
            ? new ReadFile(file.Path, name, file.Mode, location!, new FileDigest(file.Id, bytes.Sha256, bytes.Size))
            : GitFinding.Create(
                Diagnostics.LfsObjectMissing,
                artifact.Id,
                name,
                $"Git LFS object {pointer.Sha256} of the baseline is "
                    + $"{(location is null ? "not in the local store" : "damaged in the local store")}",
                "the content",
                $"Run: git lfs fetch{ShellWord.LfsInclude(file.Path)} origin {baseline.Commit}"
            );
    }

    private static Finding NotReadable(Artifact artifact, string name, string found, string fix) =>
        GitFinding.Create(Diagnostics.BaselineNotReadable, artifact.Id, name, found, "the baseline's bytes", fix);

    private static string Key(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes("git blob " + id)));
}
