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

/// <summary>
/// Versions over git. Libgit2 is loaded and git started only when something needs them; disposing keeps what was learnt about unchanged
/// files.
/// </summary>
internal sealed class GitVersions : IVersions, IDisposable
{
    private readonly GitSettings settings;
    private readonly GitRepository? repository;
    private readonly GateFolder gate;
    private readonly GateFolder inCommits;
    private readonly ICache cache;
    private readonly WorkingTreeReader reader;
    private readonly WorkingTreeArtifacts artifacts;
    private readonly Dictionary<Artifact, string> candidates = [];
    private readonly Lazy<LockIndex> shelf;
    private readonly Lazy<Finding?> missing;

    public GitVersions(GitSettings settings, ICache cache, IClock clock)
    {
        (this.settings, this.cache) = (settings, cache);
        repository = settings.OpenRepository();
        (gate, inCommits) = GateFolder.Both(settings, repository);
        reader = new WorkingTreeReader(gate, settings, clock);
        artifacts = new WorkingTreeArtifacts(gate, repository, reader);
        shelf = new(() => WorkingTreeLocks.Open(settings.GateFolder));
        missing = new(() => new MissingHistory(settings, repository).Find());
    }

    /// <inheritdoc/>
    public Checkout Checkout =>
        GuardedGit.RunOr(new Checkout(null, null, settings.Target), () =>
            new Checkout(
                repository?.Refs.Resolve("HEAD"),
                repository?.Refs.Branch is { } branch ? PullRequestTarget.Short(branch) : null,
                Target
            )
            {
                InRepository = repository is not null,
            }
        );

    /// <inheritdoc/>
    public Task<Result<ArtifactBytes>> ReadCandidateAsync(Artifact artifact, bool trustStatCache, CancellationToken cancel) =>
        Task.FromResult(ReadCandidate(artifact, trustStatCache, cancel));

    private Result<ArtifactBytes> ReadCandidate(Artifact artifact, bool trustStatCache, CancellationToken cancel) =>
        GuardedGit.Run(artifact.Id, () =>
        {
            var read = artifacts.Read(artifact.Path, artifact.Id, trustStatCache, asCode: false, cancel);
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
    public bool IsThere(Artifact artifact) =>
        GuardedGit.RunOr(
            otherwise: true,
            // What must not be read, as behind a link, is for whoever reads it to refuse.
            () =>
                gate.Checked(artifact.Path, artifact.Id, mayClimb: false).Value is not { } path
                || artifacts.Contains(path)
                || IsInHead(artifact.Path)
        );

    /// <inheritdoc/>
    public Task<bool> DiffersInLineEndingsOnlyAsync(ArtifactFile file, string lockedSha256, CancellationToken cancel) =>
        Task.FromResult(LineEndings.OnlyDifference(file.Location, lockedSha256, cancel));

    /// <inheritdoc/>
    public Task<Result<Baseline>> FindBaselineAsync(string wanted, Artifact artifact, CancellationToken cancel) =>
        Task.FromResult(FindBaseline(wanted, artifact, cancel));

    private Result<Baseline> FindBaseline(string wanted, Artifact artifact, CancellationToken cancel) => GuardedGit.Run("baseline", () =>
        {
            if (missing.Value is { } lost)
            {
                return lost;
            }

            if (repository is null)
            {
                return wanted == "auto"
                    ? NoRepository(artifact.Id)
                    : GitFinding.Create(
                        Diagnostics.GitNotUsable,
                        "baseline",
                        wanted,
                        "the gate file is not in a git repository",
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
            return wanted == "auto" ? finder.Auto(artifact, () => CandidateId(artifact, cancel)) : finder.Named(wanted);
        });

    /// <inheritdoc/>
    public Task<Result<Baseline>> FindPullRequestBaseAsync(CancellationToken cancel) =>
        Task.FromResult(OnBranches(finder => finder.FindPullRequestBase()));

    /// <inheritdoc/>
    public Task<Result<Baseline>> FindTargetTipAsync(CancellationToken cancel) => Task.FromResult(OnBranches(finder => finder.Tip()));

    /// <inheritdoc/>
    public Task<Result<IReadOnlyList<string>>> FindChangedAsync(
        IEnumerable<string> paths,
        Baseline from,
        Baseline to,
        CancellationToken cancel
    ) => Task.FromResult(GuardedGit.Run<IReadOnlyList<string>>("baseline", () =>
            {
                var finder = new BaselineFinder(inCommits, repository!, settings.Target);
                return Result.Success<IReadOnlyList<string>>([
                    .. paths.Where(path => finder.IdAt(from.Commit, path) != finder.IdAt(to.Commit, path)),
                ]);
            }));

    /// <summary>Absolute paths of the files of some names in a commit, in the whole repository.</summary>
    public Result<IReadOnlyList<string>> FilesAt(string commit, IReadOnlySet<string> names) =>
        GuardedGit.Run<IReadOnlyList<string>>("baseline", () =>
            Result.Success<IReadOnlyList<string>>([
                .. History
                    .Files(commit, "")
                    .Where(file =>
                        file.Mode is TreeFile.Plain or TreeFile.Executable && names.Contains(file.Path[(file.Path.LastIndexOf('/') + 1)..])
                    )
                    .Select(file => Path.GetFullPath(file.Path, gate.Root)),
            ])
        );

    /// <summary>
    /// Is there a file of this repository itself at an absolute path, not one of a repository inside of it, or one that a symbolic link
    /// leads to?
    /// </summary>
    public bool IsHere(string path) =>
        File.Exists(path)
        && RepositoryFolders.Discover(Path.GetDirectoryName(path)!)?.WorkTree == repository?.Folders.WorkTree
        && new GateFolder(Path.GetDirectoryName(path)!, repository).Checked(Path.GetFileName(path), "gate", mayClimb: false).Value
            is not null;

    /// <inheritdoc/>
    public Task<Behind?> CountBehindAsync(Baseline baseline, IReadOnlyList<Artifact> artifacts, CancellationToken cancel) =>
        Task.FromResult(
            repository is null
                ? null
                : GuardedGit.RunOr(null, () => new CommitsBehindCounter(inCommits, repository, settings.Target).For(baseline, artifacts))
        );

    /// <inheritdoc/>
    public Task<Result<ArtifactBytes>> ReadAtAsync(Artifact artifact, Baseline baseline, CancellationToken cancel) =>
        GuardedGit.RunAsync(artifact.Id, async () =>
        {
            var path = gate.Checked(artifact.Path, artifact.Id, mayClimb: false);
            if (path.Value is null)
            {
                return Result.Failed<ArtifactBytes>(path.Problems);
            }

            var read = await new TreeReader(inCommits, History, cache).ReadAsync(
                artifact,
                inCommits.InRoot(artifact.Path)!,
                baseline,
                cancel
            );
            return
                read.Problems.Any(problem => problem.Code == Diagnostics.NoBaselineFound.Code)
                && new LockedElsewhere(inCommits, History).At(artifact, baseline, () =>
                    ReadCandidate(artifact, trustStatCache: false, cancel).Value
                )
                    is { } elsewhere
                ? elsewhere
                : read;
        });

    /// <inheritdoc/>
    public Task<CommittedArtifact?> FindCommittedAsync(Artifact artifact, CancellationToken cancel) =>
        Task.FromResult(
            GuardedGit.RunOr(null, () =>
                repository?.Refs.Resolve("HEAD") is not { } head || gate.InRoot(artifact.Path) is null
                    ? null
                    : new CommittedArtifact(
                        new BaselineFinder(gate, repository, settings.Target).IdAt(head, artifact.Path),
                        CommitLocks.Open(gate, History, head).Find(artifact).Value
                    )
            )
        );

    /// <inheritdoc/>
    public Task<Result<LockRecord>> ReadLockAsync(Artifact artifact, Baseline? baseline, CancellationToken cancel) =>
        Task.FromResult(
            GuardedGit.Run(artifact.Id, () =>
                (baseline is null ? shelf.Value : CommitLocks.Open(inCommits, History, baseline.Commit)).Find(artifact)
            )
        );

    /// <inheritdoc/>
    public Task<Result<ArtifactVersion>> ReadCodeAsync(string path, CancellationToken cancel) =>
        Task.FromResult(GuardedGit.Run("code", () =>
            {
                var read = artifacts.Read(path, "code", trust: !settings.IsContinuousIntegration, asCode: true, cancel);
                return read.Value is null ? Result.Failed<ArtifactVersion>(read.Problems) : read.Value.Version;
            }));

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

    private Result<Baseline> OnBranches(Func<BaselineFinder, Result<Baseline>> find) => GuardedGit.Run("baseline", () => missing.Value
                is { } lost
                ? lost
            : repository is null ? NoRepository("baseline")
            : find(new BaselineFinder(inCommits, repository, settings.Target)));

    private IHistory History => repository?.History ?? throw new GitFailedException("the gate file is not in a git repository");

    private string? CandidateId(Artifact artifact, CancellationToken cancel) =>
        candidates.TryGetValue(artifact, out var known)
            ? known
            : ReadCandidate(artifact, trustStatCache: false, cancel).Value?.Version.GitObjectId;

    // A file can be missing from the working tree alone: not checked out, or deleted by whoever worked there before.
    private bool IsInHead(string written) =>
        repository?.Refs.Resolve("HEAD") is { } head
        && new BaselineFinder(gate, repository, settings.Target).IdAt(head, written) is not null;

    private static Finding NoRepository(CheckId id) =>
        GitFinding.Create(
            Diagnostics.NoBaselineFound,
            id,
            id.Text,
            "the gate file is not in a git repository",
            "an earlier version to compare with",
            "Run git init, and commit the gate file, the artifacts and their locks"
        );
}
