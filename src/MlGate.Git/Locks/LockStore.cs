using MlGate.Findings;
using MlGate.Git.Artifacts;
using MlGate.Git.Findings;
using MlGate.Git.Repositories;
using MlGate.Platform;
using MlGate.Versions;

namespace MlGate.Git.Locks;

/// <summary>Writes locks: everything that can fail happens to temporary files first, then each takes its place in one step.</summary>
internal sealed class LockStore(GitSettings settings, ILockDisk disk) : ILockStore
{
    private const string Temporary = ".tmp";
    private const int MostNamed = 10;

    private readonly Lazy<bool> isInRepository = new(() => RepositoryFolders.Discover(settings.GateFolder) is not null);

    public LockStore(GitSettings settings)
        : this(settings, new LockDisk()) { }

    /// <summary>
    /// Every lock of the working tree that is certainly one: the strict reader takes it, and what it says of itself agrees with its file's
    /// name. Others are left out.
    /// </summary>
    /// <returns>The locks; or why their folder cannot be read.</returns>
    public Result<IReadOnlyList<LockRecord>> Readable()
    {
        try
        {
            return Result.Success(WorkingTreeLocks.Open(settings.GateFolder).Readable);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return NotAccessible(problem, "read");
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> WriteAsync(IReadOnlyCollection<LockRecord> records, CancellationToken cancel) =>
        Task.FromResult(Write(records, [], cancel));

    /// <summary>Writes locks, and removes those that nobody needs.</summary>
    /// <param name="records">What is written.</param>
    /// <param name="unneeded">Whose locks go; only such that <see cref="Readable"/> told of.</param>
    /// <param name="cancel">Ends the wait for other writers.</param>
    /// <returns>Problems; empty when every record stands and the others are gone.</returns>
    public IReadOnlyList<Finding> Write(
        IReadOnlyCollection<LockRecord> records,
        IReadOnlyCollection<Artifact> unneeded,
        CancellationToken cancel
    )
    {
        var unsafeOnes = records.Select(Refused).OfType<Finding>().ToList();
        if (unsafeOnes.Count > 0)
        {
            return unsafeOnes;
        }

        try
        {
            var (held, holder) = WriterLock.Take(settings.GateFolder, settings.WriterWait, cancel);
            using (held)
            {
                return held is not null
                    ? WriteAlone(records, [.. unneeded.Select(LockFiles.PathOf)])
                    :
                    [
                        GitFinding.Create(
                            Diagnostics.Locked,
                            "lock",
                            LockFiles.Folder,
                            GitFinding.Shown(holder) + " is writing locks",
                            "one process that writes locks",
                            "Run again when it has ended"
                        ),
                    ];
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [NotAccessible(problem, "written")];
        }
    }

    private static Finding? Refused(LockRecord record)
    {
        var reason = LockFiles.WhyNot(record.Artifact)
            ?? record
                .Files.Select(file => file.Path)
                .Prepend(record.Artifact.Path)
                .Select(path => SafePath.WhyNot(path))
                .FirstOrDefault(why => why is not null);
        return reason is null
            ? null
            : GitFinding.Create(
                Diagnostics.PathOutside,
                record.Artifact.Id,
                record.Artifact.Path,
                reason,
                "names and paths that are valid on every platform",
                "Rename it"
            );
    }

    private List<Finding> WriteAlone(IReadOnlyCollection<LockRecord> records, IReadOnlyCollection<string> unneeded)
    {
        var prepared = new List<(string Path, string Temporary)>();
        var written = new List<string>();
        try
        {
            foreach (var kind in ArtifactKind.All)
            {
                OwnFolder.Require(settings.GateFolder, LockFiles.FolderOf(kind));
            }

            Clean();
            if (Ambiguous(records, unneeded) is { } ambiguous)
            {
                return [ambiguous];
            }

            foreach (var record in records)
            {
                Prepare(record, prepared);
            }

            // First: where case does not count, the lock of Train is in the place of that of train.
            foreach (var path in unneeded)
            {
                disk.Delete(Absolute(path));
            }

            foreach (var (path, temporary) in prepared)
            {
                disk.Replace(path, temporary);
                written.Add(Path.GetRelativePath(settings.GateFolder, path).Replace(Path.DirectorySeparatorChar, '/'));
            }

            return [];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            foreach (var (_, temporary) in prepared)
            {
                TryDelete(temporary);
            }

            var failed = NotAccessible(problem, "written");
            var (done, all) = (written.Count, prepared.Count);
            return
            [
                done == 0
                    ? failed
                    : failed with
                    {
                        Found =
                            FormattableString.Invariant($"{failed.Found}; {done} of {all} locks are written: ")
                            + string.Join(", ", written.Take(MostNamed).Select(GitFinding.Shown))
                            + (done > MostNamed ? ", …" : ""),
                        Fix = "Check the permissions and the free space, then run again: mlgate lock",
                    },
            ];
        }
    }

    private void Prepare(LockRecord record, List<(string Path, string Temporary)> prepared)
    {
        var path = Absolute(LockFiles.PathOf(record.Artifact));
        var content = LockWriter.ToBytes(record with { InRepository = isInRepository.Value });
        if (disk.Read(path) is { } old && old.AsSpan().SequenceEqual(content))
        {
            return;
        }

        disk.MakeFolder(Path.GetDirectoryName(path)!);
        var temporary = path + "." + Environment.ProcessId + Temporary;
        prepared.Add((path, temporary));
        disk.Create(temporary, content);
    }

    // What a process left that was killed while it wrote; no living one writes while the lock is held.
    private void Clean()
    {
        foreach (var left in Folders().SelectMany(disk.Files).Where(file => file.EndsWith(Temporary, StringComparison.Ordinal)))
        {
            disk.Delete(left);
        }
    }

    private Finding? Ambiguous(IReadOnlyCollection<LockRecord> records, IReadOnlyCollection<string> unneeded)
    {
        var written = records.Select(record => LockFiles.PathOf(record.Artifact));
        var there = Folders()
            .SelectMany(disk.Files)
            .Select(file => Path.GetRelativePath(settings.GateFolder, file).Replace(Path.DirectorySeparatorChar, '/'));
        var twice = written
            .Concat(there.Except(unneeded))
            .Distinct(StringComparer.Ordinal)
            .GroupBy(PathIdentity.From)
            .FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? null
            : GitFinding.Create(
                Diagnostics.LockAmbiguous,
                "lock",
                twice.First(),
                $"{GitFinding.Shown(twice.Last())} differs only in case or Unicode normalization",
                "one lock per artifact",
                "Rename one of the artifacts, or delete the lock that is no longer needed"
            );
    }

    private IEnumerable<string> Folders() => ArtifactKind.All.Select(kind => Absolute(LockFiles.FolderOf(kind)));

    private string Absolute(string path) => Path.Combine(settings.GateFolder, path);

    private void TryDelete(string path)
    {
        try
        {
            disk.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The next write cleans up.
        }
    }

    private Finding NotAccessible(Exception problem, string what) =>
        GitFinding.Create(
            FileProblem.DiagnosticOf(problem),
            "lock",
            LockFiles.Folder,
            $"the lock cannot be {what}: "
                + GitFinding.Shown(problem.Message.Replace(settings.GateFolder, ".", StringComparison.Ordinal).TrimEnd('.')),
            what == "read" ? "locks that are regular files" : "a writable folder",
            "Check the permissions and the free space, then run: mlgate lock"
        );
}
