using MlGate.Findings;
using MlGate.Git.Findings;
using MlGate.Git.Hashing;
using MlGate.Git.Lfs;

namespace MlGate.Git.Artifacts;

/// <summary>Reads the content that Git LFS has fetched in the place of a pointer.</summary>
internal sealed class LfsContents(GateFolder gate, FileHasher hasher, Lazy<StatCache> cache)
{
    /// <summary>Finds the content; a finding where it is not in the local store, or damaged there.</summary>
    /// <param name="pointer">What git holds.</param>
    /// <param name="path">The file, relative to the root.</param>
    /// <param name="name">The file, relative to the gate file.</param>
    /// <param name="reading">Whose findings, and whether the cache may be trusted.</param>
    /// <param name="cancel">Stops the reading.</param>
    public Result<LfsContent> Find(LfsPointer pointer, string path, string name, Reading reading, CancellationToken cancel)
    {
        var fix = "Run: git lfs pull" + ShellWord.LfsInclude(path);
        if (LfsStore.Find(gate.Repository?.Folders, pointer) is not { } location)
        {
            return GitFinding.Create(
                Diagnostics.LfsObjectMissing,
                reading.Id,
                name,
                $"a Git LFS pointer, whose object {pointer.Sha256} is not in the local store",
                "the content",
                fix
            );
        }

        var key = "lfs:" + pointer.Sha256;
        var stamp = FileStamps.Read(location);
        var content = reading.Trust ? cache.Value.Find(key, stamp, 0) : null;
        if (content is null)
        {
            // The store may share its objects with other clones, so their names are not counted.
            var read = hasher.Hash(location, name, reading.Id, mayConvert: false, cancel, mayShare: true);
            if (read.Value is null)
            {
                return Result.Failed<LfsContent>(read.Problems);
            }

            if (read.Value.Sha256 != pointer.Sha256)
            {
                return GitFinding.Create(
                    Diagnostics.LfsObjectMissing,
                    reading.Id,
                    name,
                    $"a Git LFS pointer, whose object {pointer.Sha256} is damaged in the local store",
                    "the content",
                    "Run: git lfs fsck, then " + fix["Run: ".Length..]
                );
            }

            content = new FileDigest(read.Value.RawGitId, read.Value.Sha256, read.Value.Size);
            cache.Value.Add(key, read.Value.Stamp, 0, content, reading.Begun);
        }

        return new LfsContent(location, content, stamp.Modified);
    }
}
