using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using MlGate.Findings;
using MlGate.Git.Findings;
using MlGate.Git.Hashing;
using MlGate.Git.Repositories;
using MlGate.Platform;
using MlGate.Runs;

namespace MlGate.Git.Artifacts;

/// <summary>Reads and hashes files of the working tree.</summary>
internal sealed class WorkingTreeReader
{
    // More would bury the first.
    private const int MostProblems = 20;

    // Small files per turn of a thread.
    private const int Batch = 64;

    private readonly GateFolder gate;
    private readonly IClock clock;
    private readonly FileHasher hasher;
    private readonly Lazy<StatCache> cache;
    private readonly LfsContents lfs;
    private readonly Conversions? conversions;

    public WorkingTreeReader(GateFolder gate, GitSettings settings, IClock clock)
    {
        (this.gate, this.clock) = (gate, clock);
        hasher = new FileHasher(gate.Format);
        cache = new(() => StatCache.Open(gate.Folder, gate.Format));
        lfs = new LfsContents(gate, hasher, cache);
        conversions = gate.Repository is null ? null : new Conversions(gate.Repository, settings);
    }

    /// <summary>Reads files.</summary>
    /// <param name="files">Relative to the root; those that are tracked but gone are left out.</param>
    /// <param name="id">The check that findings belong to.</param>
    /// <param name="trust">May the stat cache stand for unchanged files?</param>
    /// <param name="asCode">Are links and submodules taken as git takes them? Else they are refused.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="GitFailedException">Git is needed and refuses.</exception>
    public Result<IReadOnlyList<ReadFile>> Read(
        IReadOnlyList<WorkingFile> files,
        CheckId id,
        bool trust,
        bool asCode,
        CancellationToken cancel
    )
    {
        var begun = FileStamps.Nanoseconds(clock.Now.UtcDateTime);
        var pending = new List<Pending>();
        var done = new List<ReadFile>(files.Count);
        var problems = new List<Finding>();
        var all = new Started?[files.Count];
        SideBySide(files.Count, at => all[at] = Start(files[at], id, trust, asCode), cancel);
        foreach (var started in all)
        {
            switch (started)
            {
                case { Problem: { } problem }:
                    problems.Add(problem);
                    break;
                case { Done: { } known }:
                    done.Add(known);
                    break;
                case { Pending: { } unknown }:
                    pending.Add(unknown);
                    break;
            }
        }

        var hashed = Hash(pending, id, cancel);
        problems.AddRange(hashed.SelectMany(result => result.Problems));
        if (problems.Count > 0)
        {
            return Result.Failed<IReadOnlyList<ReadFile>>([.. problems.Take(MostProblems)]);
        }

        var inIndex = ReturnsInIndex(pending, hashed, cancel);
        for (var at = 0; at < pending.Count; at++)
        {
            var finished = Finish(pending[at], hashed[at].Value!, inIndex, new(id, trust, begun), cancel);
            if (finished.Value is null)
            {
                return Result.Failed<IReadOnlyList<ReadFile>>(finished.Problems);
            }

            done.Add(finished.Value);
        }

        return Result.Success<IReadOnlyList<ReadFile>>([.. done.OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    /// <summary>The finding that refuses a repository inside of the repository.</summary>
    public static Finding OtherRepository(CheckId id, string name) =>
        GitFinding.Create(
            Diagnostics.NotARegularFile,
            id,
            name,
            "a nested repository",
            "plain files",
            "Name the files inside in a gate file of that repository, or copy them"
        );

    /// <summary>Keeps what was learnt, for the next run.</summary>
    public void Save()
    {
        if (cache.IsValueCreated)
        {
            cache.Value.Save();
        }
    }

    private sealed record Pending(WorkingFile File, string Name, FileStamp Stamp, ulong Fingerprint)
    {
        public Conversion Conversion { get; set; }
    }

    private sealed record Started(ReadFile? Done = null, Pending? Pending = null, Finding? Problem = null);

    private Started? Start(WorkingFile file, CheckId id, bool trust, bool asCode)
    {
        var name = gate.Name(file.Path);
        if (file.Path.EndsWith('/') || file.IndexMode == TreeFile.Submodule)
        {
            return asCode ? null : new(Problem: OtherRepository(id, name));
        }

        var stamp = FileStamps.Read(gate.Absolute(file.Path));
        if (stamp.Kind == EntryKind.Missing && file.IndexMode is not null)
        {
            return null;
        }

        if (stamp.Kind == EntryKind.Link && asCode)
        {
            return new(Done: ReadLink(file.Path, name));
        }

        if (SafePath.WhyNot(name, mayClimb: asCode) is { } reason)
        {
            return new(
                Problem: GitFinding.Create(
                    Diagnostics.PathOutside,
                    id,
                    name,
                    "the path " + reason,
                    "names that are valid on every platform",
                    "Rename the file"
                )
            );
        }

        if (FileHasher.Refused(stamp, name, id, gate.Absolute(file.Path)) is { } refused)
        {
            return new(Problem: refused);
        }

        var fingerprint = conversions?.FingerprintOf(file.Path[..Math.Max(0, file.Path.LastIndexOf('/'))]) ?? 0;
        return trust && cache.Value.Find(file.Path, stamp, fingerprint) is { } known
            ? new(Done: new ReadFile(file.Path, name, Mode(file, stamp), gate.Absolute(file.Path), known) { Modified = stamp.Modified })
            : new(Pending: new Pending(file, name, stamp, fingerprint));
    }

    private ReadFile ReadLink(string path, string name)
    {
        var target = Encoding.UTF8.GetBytes(new FileInfo(gate.Absolute(path)).LinkTarget ?? "");
        var digest = new FileDigest(gate.Format.BlobId(target), Convert.ToHexStringLower(SHA256.HashData(target)), target.Length);
        return new ReadFile(path, name, TreeFile.Link, gate.Absolute(path), digest);
    }

    private string Mode(WorkingFile file, in FileStamp stamp) =>
        gate.Repository is { Folders.HasFileModes: false } ? file.IndexMode ?? TreeFile.Plain
        : stamp.IsExecutable ? TreeFile.Executable
        : TreeFile.Plain;

    private Result<HashedFile>[] Hash(List<Pending> pending, CheckId id, CancellationToken cancel)
    {
        var found = pending.Count == 0 ? null : conversions?.For([.. pending.Select(file => file.File.Path)], cancel);
        foreach (var file in pending)
        {
            file.Conversion = found?.GetValueOrDefault(file.File.Path) ?? Conversion.None;
        }

        // Small files are read side by side; a large one uses two threads by itself.
        var hashed = new Result<HashedFile>[pending.Count];
        var small = Enumerable.Range(0, pending.Count).Where(at => pending[at].Stamp.Size <= FileHasher.Small).ToList();
        if (small.Count > 1)
        {
            SideBySide(small.Count, next => HashOne(small[next]), cancel);
        }

        foreach (var at in Enumerable.Range(0, pending.Count).Where(at => hashed[at] is null))
        {
            HashOne(at);
        }

        return hashed;

        void HashOne(int at)
        {
            var file = pending[at];
            hashed[at] = hasher.Hash(
                gate.Absolute(file.File.Path),
                file.Name,
                id,
                file.Conversion is Conversion.Text or Conversion.Auto,
                cancel,
                seen: file.Stamp
            );
        }
    }

    private static void SideBySide(int count, Action<int> work, CancellationToken cancel)
    {
        if (count <= Batch)
        {
            for (var next = 0; next < count; next++)
            {
                work(next);
            }

            return;
        }

        _ = Parallel.ForEach(
            Partitioner.Create(0, count, Batch),
            new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
            range =>
            {
                for (var next = range.Item1; next < range.Item2; next++)
                {
                    work(next);
                }
            }
        );
    }

    private HashSet<string> ReturnsInIndex(List<Pending> pending, Result<HashedFile>[] hashed, CancellationToken cancel)
    {
        var asked = pending
            .Where((file, at) => file.Conversion == Conversion.Auto && hashed[at].Value!.Text is { LooksBinary: false })
            .Select(file => file.File.Path);
        return asked.Chunk(500).SelectMany(chunk => conversions!.WithReturnsInIndex(chunk, cancel)).ToHashSet(StringComparer.Ordinal);
    }

    private Result<ReadFile> Finish(Pending file, HashedFile hashed, HashSet<string> inIndex, Reading reading, CancellationToken cancel)
    {
        var path = file.File.Path;
        if (hashed.Pointer is { } pointer)
        {
            // Git's id stays that of the pointer; the content is what LFS has fetched.
            var content = lfs.Find(pointer, file.File.Path, file.Name, reading, cancel);
            return content.Value is { } found
                ? new ReadFile(
                    path,
                    file.Name,
                    Mode(file.File, hashed.Stamp),
                    found.Location,
                    new FileDigest(hashed.RawGitId, found.Digest.Sha256, found.Digest.Size)
                )
                {
                    Modified = found.Modified,
                }
                : Result.Failed<ReadFile>(content.Problems);
        }

        var gitId = file.Conversion switch
        {
            Conversion.Text => hashed.Text?.GitId ?? hashed.RawGitId,
            Conversion.Auto when hashed.Text is { LooksBinary: false } text && !inIndex.Contains(path) => text.GitId,
            Conversion.Lfs when hashed.Size > 0 => gate.Format.BlobId(new LfsPointer(hashed.Sha256, hashed.Size).ToBytes()),
            Conversion.Program => conversions!.Ask(path, cancel),
            _ => hashed.RawGitId,
        };
        if (file.Conversion == Conversion.Program && FileStamps.Read(gate.Absolute(path)) != hashed.Stamp)
        {
            return FileHasher.Changed(file.Name, reading.Id);
        }

        var digest = new FileDigest(gitId, hashed.Sha256, hashed.Size);

        // What a filter does and what the index holds can change without the file.
        var isItsOwn = file.Conversion != Conversion.Program && (file.Conversion != Conversion.Auto || hashed.Text is null);
        if (isItsOwn)
        {
            cache.Value.Add(path, hashed.Stamp, file.Fingerprint, digest, reading.Begun);
        }

        return new ReadFile(path, file.Name, Mode(file.File, hashed.Stamp), gate.Absolute(path), digest)
        {
            Modified = hashed.Stamp.Modified,
        };
    }
}
