using MlGate.Findings;
using MlGate.Git.Artifacts;
using MlGate.Git.Baselines;
using MlGate.Git.Findings;
using MlGate.Git.Hashing;
using MlGate.Git.Locks;
using MlGate.Git.Repositories;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Git;

/// <summary>Versions over git. Libgit2 is loaded and git started only when something needs them; disposing keeps what was learnt about unchanged files.</summary>
internal sealed class GitVersions : IVersions, IDisposable
{
    private readonly GitSettings settings;
    private readonly GitRepository? repository;
    private readonly GateFolder gate;
    private readonly GateFolder inCommits;
    private readonly ICache cache;
    private readonly WorkingTreeReader reader;
    private readonly Dictionary<Artifact, string> candidates = [];
    private readonly Lazy<LockShelf> shelf;
    private readonly Lazy<Finding?> missing;

    public GitVersions(GitSettings settings, ICache cache, IClock clock)
    {
        (this.settings, this.cache) = (settings, cache);
        repository = settings.OpenRepository();
        (gate, inCommits) = settings.Folders(repository);
        reader = new WorkingTreeReader(gate, settings, clock);
        shelf = new(() => WorkingTreeLocks.Open(settings.GateFolder));
        missing = new(() => new MissingHistory(settings, repository).Find());
    }

    /// <inheritdoc/>
    public Checkout Checkout
    {
        get
        {
            try
            {
                return new Checkout(
                    repository?.Refs.Resolve("HEAD"),
                    repository?.Refs.Branch is { } branch ? PullRequestTarget.Short(branch) : null,
                    Target
                )
                {
                    InRepository = repository is not null,
                };
            }
            catch (Exception problem) when (problem is GitFailedException or IOException or UnauthorizedAccessException)
            {
                // Whoever asks for a baseline is told what is wrong.
                return new Checkout(null, null, settings.Target);
            }
        }
    }

    /// <inheritdoc/>
    public Result<ArtifactBytes> Candidate(Artifact artifact, bool trustStatCache, CancellationToken cancel) => Guarded(artifact.Id, () =>
        {
            var read = Read(artifact.Path, artifact.Id, trustStatCache, asCode: false, cancel);
            if (read.Value is null)
            {
                return Result.Failed<ArtifactBytes>(read.Problems);
            }

            candidates[artifact] = read.Value.Version.GitObjectId;
            return new ArtifactBytes(
                artifact,
                read.Value.Version,
                [
                    .. read
                        .Value.Files.Select(file => new ArtifactFile(file.Name, file.Location, file.Digest.Sha256, file.Digest.Size)
                        {
                            Written = file.Modified is { } at ? DateTime.UnixEpoch.AddTicks(at / TimeSpan.NanosecondsPerTick) : null,
                        })
                        .OrderBy(file => file.Name, StringComparer.Ordinal),
                ]
            );
        });

    /// <inheritdoc/>
    public bool IsThere(Artifact artifact)
    {
        try
        {
            // What must not be read, as behind a link, is for whoever reads it to refuse.
            return gate.Checked(artifact.Path, artifact.Id, mayClimb: false).Value is not { } path
                || IsInTree(path)
                || IsInHead(artifact.Path);
        }
        catch (Exception problem) when (problem is GitFailedException or IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <inheritdoc/>
    public bool DiffersInLineEndingsOnly(ArtifactFile file, string lockedSha256, CancellationToken cancel) =>
        LineEndings.OnlyDifference(file.Location, lockedSha256, cancel);

    /// <inheritdoc/>
    public Result<Baseline> Baseline(string wanted, Artifact artifact)
    {
        return Guarded("baseline", () =>
        {
            if (missing.Value is { } lost)
            {
                return lost;
            }

            if (repository is null)
            {
                return wanted == "auto"
                    ? NoRepository(artifact.Id)
                    : Problem.Of(
                        Diagnostics.GitNotUsable,
                        "baseline",
                        wanted,
                        "the gate file is in no git repository",
                        "a ref of a git repository",
                        "Remove the baseline from the gate file, or run git init"
                    );
            }

            var checkedPath = gate.Checked(artifact.Path, artifact.Id, mayClimb: false);
            if (checkedPath.Value is null)
            {
                return Result.Failed<Baseline>(checkedPath.Problems);
            }

            var finder = new BaselineFinder(inCommits, repository, settings.Target);
            return wanted == "auto" ? finder.Auto(artifact, () => CandidateId(artifact)) : finder.Named(wanted);
        });
    }

    /// <inheritdoc/>
    public Result<Baseline> PullRequestBase() => OnBranches(finder => finder.OfPullRequest());

    /// <inheritdoc/>
    public Result<Baseline> TargetTip() => OnBranches(finder => finder.Tip());

    /// <inheritdoc/>
    public Result<IReadOnlyList<string>> Changed(IEnumerable<string> paths, Baseline from, Baseline to) =>
        Guarded<IReadOnlyList<string>>("baseline", () =>
        {
            var finder = new BaselineFinder(inCommits, repository!, settings.Target);
            return Result.Of<IReadOnlyList<string>>([
                .. paths.Where(path => finder.IdAt(from.Commit, path) != finder.IdAt(to.Commit, path)),
            ]);
        });

    /// <summary>Absolute paths of the files of some names in a commit, in the whole repository.</summary>
    public Result<IReadOnlyList<string>> FilesAt(string commit, IReadOnlySet<string> names) =>
        Guarded<IReadOnlyList<string>>("baseline", () =>
            Result.Of<IReadOnlyList<string>>([
                .. History
                    .Files(commit, "")
                    .Where(file =>
                        file.Mode is TreeFile.Plain or TreeFile.Executable && names.Contains(file.Path[(file.Path.LastIndexOf('/') + 1)..])
                    )
                    .Select(file => Path.GetFullPath(file.Path, gate.Root)),
            ])
        );

    /// <summary>Is there a file of this repository itself at an absolute path, not one of a repository inside of it, or one that a symbolic link leads to?</summary>
    public bool IsHere(string path) =>
        File.Exists(path)
        && RepositoryFolders.Discover(Path.GetDirectoryName(path)!)?.WorkTree == repository?.Folders.WorkTree
        && new GateFolder(Path.GetDirectoryName(path)!, repository).Checked(Path.GetFileName(path), "gate", mayClimb: false).Value
            is not null;

    /// <inheritdoc/>
    public Behind? Behind(Baseline baseline, IReadOnlyList<Artifact> artifacts)
    {
        if (repository is null)
        {
            return null;
        }

        try
        {
            return new BehindTarget(inCommits, repository, settings.Target).Of(baseline, artifacts);
        }
        catch (Exception problem) when (problem is GitFailedException or IOException or UnauthorizedAccessException)
        {
            // Whatever stops the gate from being judged has been said by then; this decides nothing.
            return null;
        }
    }

    /// <inheritdoc/>
    public Result<ArtifactBytes> At(Artifact artifact, Baseline baseline, CancellationToken cancel) => Guarded(artifact.Id, () =>
        {
            var path = gate.Checked(artifact.Path, artifact.Id, mayClimb: false);
            if (path.Value is null)
            {
                return Result.Failed<ArtifactBytes>(path.Problems);
            }

            var read = new TreeReader(inCommits, History, cache).Read(artifact, inCommits.InRoot(artifact.Path)!, baseline, cancel);
            return
                read.Problems.Any(problem => problem.Code == Diagnostics.NoBaselineFound.Code)
                && new LockedElsewhere(inCommits, History).At(artifact, baseline, () =>
                    Candidate(artifact, trustStatCache: false, cancel).Value
                )
                    is { } elsewhere
                ? elsewhere
                : read;
        });

    /// <inheritdoc/>
    public CommittedArtifact? Committed(Artifact artifact)
    {
        try
        {
            return repository?.Refs.Resolve("HEAD") is not { } head || gate.InRoot(artifact.Path) is null
                ? null
                : new CommittedArtifact(
                    new BaselineFinder(gate, repository, settings.Target).IdAt(head, artifact.Path),
                    CommitLocks.Open(gate, History, head).Find(artifact).Value
                );
        }
        catch (Exception problem) when (problem is GitFailedException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Result<LockRecord> Lock(Artifact artifact, Baseline? baseline) =>
        Guarded(artifact.Id, () => (baseline is null ? shelf.Value : CommitLocks.Open(inCommits, History, baseline.Commit)).Find(artifact));

    /// <inheritdoc/>
    public Result<ArtifactVersion> Code(string path, CancellationToken cancel) => Guarded("code", () =>
        {
            var read = Read(path, "code", trust: !settings.IsContinuousIntegration, asCode: true, cancel);
            return read.Value is null ? Result.Failed<ArtifactVersion>(read.Problems) : read.Value.Version;
        });

    /// <summary>Was libgit2 or git needed for commits, trees or blobs?</summary>
    internal bool HasOpenedHistory => repository?.HasOpenedHistory ?? false;

    public void Dispose()
    {
        reader.Save();
        repository?.Dispose();
    }

    // As people name a branch, and as globs of branches name it: without its remote.
    private string? Target =>
        settings.Target is { } target && repository is not null ? new TargetBranch(repository).Short(target) : settings.Target;

    private Result<Baseline> OnBranches(Func<BaselineFinder, Result<Baseline>> find) => Guarded("baseline", () => missing.Value is { } lost
                ? lost
            : repository is null ? NoRepository("baseline")
            : find(new BaselineFinder(inCommits, repository, settings.Target)));

    private IHistory History => repository?.History ?? throw new GitFailedException("the gate file is in no git repository");

    private string? CandidateId(Artifact artifact) =>
        candidates.TryGetValue(artifact, out var known)
            ? known
            : Candidate(artifact, trustStatCache: false, CancellationToken.None).Value?.Version.GitObjectId;

    private bool IsInTree(string path)
    {
        var glob = Glob.Is(path) ? new Glob(path) : null;
        return FileStamps.Of(gate.Absolute(glob?.Folder ?? path)).Kind switch
        {
            FileKind.Missing => false,
            FileKind.Folder => WorkingTreeFiles
                .Under(gate.Root, repository, glob?.Folder ?? path, CancellationToken.None)
                .Any(file =>
                    (glob is null ? !IsOwn(file.Path) : glob.Matches(file.Path))
                    && FileStamps.Of(gate.Absolute(file.Path.TrimEnd('/'))).Kind != FileKind.Missing
                ),
            _ => glob is null,
        };
    }

    // A file can be missing from the working tree alone: not checked out, or deleted by whoever worked there before.
    private bool IsInHead(string written) =>
        repository?.Refs.Resolve("HEAD") is { } head
        && new BaselineFinder(gate, repository, settings.Target).IdAt(head, written) is not null;

    private sealed record Found(ArtifactVersion Version, IReadOnlyList<ReadFile> Files);

    private Result<Found> Read(string written, string id, bool trust, bool asCode, CancellationToken cancel)
    {
        var checkedPath = gate.Checked(written, id, mayClimb: asCode);
        if (checkedPath.Value is not { } path)
        {
            return Result.Failed<Found>(checkedPath.Problems);
        }

        var glob = Glob.Is(path) ? new Glob(path) : null;
        var folder = glob?.Folder ?? path;
        var kind = FileStamps.Of(gate.Absolute(folder)).Kind;
        var isFolder = glob is not null || kind == FileKind.Folder;
        var under = isFolder && kind == FileKind.Folder ? WorkingTreeFiles.Under(gate.Root, repository, folder, cancel) : [];

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
        return read.Value is null ? Result.Failed<Found>(read.Problems)
            : read.Value.Count == 0
                ? Problem.Of(
                    Diagnostics.FileNotFound,
                    id,
                    written,
                    isFolder && kind == FileKind.Folder ? "no file there is one that git tracks or would track" : "there is no such folder",
                    "at least one file",
                    "Correct the path in the gate file, or look at .gitignore"
                )
            : new Found(
                isFolder
                    ? ReadFile.VersionOf(gate.Format, folder, read.Value)
                    : new ArtifactVersion(read.Value[0].Digest.GitObjectId, read.Value[0].Digest.Sha256, read.Value[0].Digest.Size),
                read.Value
            );
    }

    // Locks record versions, so a version must not depend on them.
    private bool IsOwn(string path) => path.StartsWith(SafePath.Join(gate.Prefix, ".mlgate/"), StringComparison.Ordinal);

    private static Finding NoRepository(string id) =>
        Problem.Of(
            Diagnostics.NoBaselineFound,
            id,
            id,
            "the gate file is in no git repository",
            "an earlier version to compare with",
            "Run git init, and commit the gate file, the artifacts and their locks"
        );

    private static Result<T> Guarded<T>(string id, Func<Result<T>> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (GitFailedException problem)
        {
            return problem.IsOwnership
                ? Problem.Of(
                    Diagnostics.GitNotUsable,
                    id,
                    "git",
                    "the repository belongs to another user, and git refuses to use it",
                    "a repository that git trusts",
                    "If you trust it, run in its folder: git config --global --add safe.directory \"$PWD\""
                )
                : Problem.Of(
                    Diagnostics.GitNotUsable,
                    id,
                    "git",
                    Problem.Shown(problem.Summary),
                    "a repository that git can read",
                    problem.IsTooOld
                        ? "Update git: this version is too old for the repository"
                        : "Run git status in the gate file's folder to see more, or install git"
                );
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Problem.Of(
                Diagnostics.FileNotAccessible,
                id,
                id,
                Problem.Shown(problem.Message.TrimEnd('.')),
                "a readable file",
                "Check its permissions and the disk"
            );
        }
    }
}
