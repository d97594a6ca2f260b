using System.Text.RegularExpressions;
using MlGate.Findings;
using MlGate.Git.Artifacts;
using MlGate.Git.Baselines;
using MlGate.Git.Findings;
using MlGate.Git.Locks;
using MlGate.Git.Repositories;
using MlGate.Git.Waivers;
using MlGate.Runs;
using MlGate.Versions;

namespace MlGate.Git.Fetching;

/// <summary>
/// Brings into a shallow or partial clone what a check will ask it for: history until the baselines are certain, the files of the
/// baselines, and the large
/// files of both sides that Git LFS keeps.
/// What it needs is what <see cref="GitVersions"/> misses, so the two cannot disagree; a clone that lacks nothing is not asked for, and no
/// server either.
/// </summary>
/// <param name="settings">Of the gate file.</param>
/// <param name="cache">For the versions.</param>
/// <param name="clock">For the versions.</param>
internal sealed partial class BaselineFetch(GitSettings settings, ICache cache, IClock clock)
{
    // 50 commits further, then 100, and so on: a million in the end.
    private const int FirstStep = 50;
    private const int MostSteps = 15;

    private readonly HashSet<(Artifact Artifact, string Commit)> baselines = [];
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    /// <summary>How long all of it may take.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Fetches.</summary>
    /// <param name="wanted">Baselines of the gate.</param>
    /// <param name="artifacts">Of the gate.</param>
    /// <param name="files">That the gate was read from, relative to its folder.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Why it could not; empty when nothing is missing, or when a check will say better what is.</returns>
    public async Task<IReadOnlyList<Finding>> RunAsync(
        IReadOnlyList<WantedBaseline> wanted,
        IReadOnlyList<Artifact> artifacts,
        IReadOnlyList<string> files,
        CancellationToken cancel
    )
    {
        if (Open() is not { } repository)
        {
            return [];
        }

        using (repository)
        {
            if (new TargetBranch(repository).Remote() is not { } name)
            {
                return [];
            }

            if (repository.Program is not { } git)
            {
                return [NotFetched("git not found", "Install git")];
            }

            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Within);
            try
            {
                var remote = new GitRemote(git, name);
                var ends = repository.Folders.Ends;
                Names(repository, remote, name, [.. wanted.Select(one => one.Ref)], limit.Token);
                await HistoryAsync(remote, ends, wanted, limit.Token);
                Objects(remote, git, artifacts, files, limit.Token);
                return LargeFiles(git.Within(settings.SearchPath), name, artifacts, limit.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return [NotFetched(FormattableString.Invariant($"not finished within {Within.TotalSeconds:0} s"), Fix)];
            }
            catch (GitFailedException problem)
            {
                return [NotFetched(Reason(problem.Message), Fix)];
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return [NotFetched(GitFinding.Shown(problem.Message), "Check the files of the artifacts: one is not readable")];
            }
        }
    }

    private const string Fix =
        "Check the network and the permissions of the token, or set fetch-depth: 0 for actions/checkout (Azure Pipelines: fetchDepth: 0)";

    private GitRepository? Open() => settings.OpenRepository();

    // The branch that the work will be merged into, and the refs that the gate names.
    private void Names(GitRepository repository, GitRemote remote, string name, IReadOnlyList<string> wanted, CancellationToken cancel)
    {
        var shallow = repository.Folders.IsShallow;
        if (wanted.Contains("auto"))
        {
            var branch = settings.Target is { } target ? new TargetBranch(repository).Short(target) : null;
            if (branch is null && new TargetBranch(repository).Default(name) is null)
            {
                branch = remote.DefaultBranch(cancel);
                if (branch is not null)
                {
                    Bring([("refs/heads/" + branch, Tracking(branch))]);
                    remote.Remember(branch, cancel);
                }
            }
            else if (branch is not null && (shallow || repository.Refs.Resolve(Tracking(branch)) is null))
            {
                Bring([("refs/heads/" + branch, Tracking(branch))]);
            }
        }

        foreach (var one in wanted.Where(one => one != "auto" && repository.History.Commit(one) is null))
        {
            if (one.Length is 40 or 64 && one.All(char.IsAsciiHexDigitLower))
            {
                remote.Commit(one, cancel);
                continue;
            }

            // Whoever wrote the name meant a tag or a branch; only the remote knows which.
            Bring(
                one.StartsWith(name + "/", StringComparison.Ordinal)
                    ? [("refs/heads/" + one[(name.Length + 1)..], "refs/remotes/" + one)]
                    : [("refs/tags/" + one, "refs/tags/" + one), ("refs/heads/" + one, "refs/heads/" + one)]
            );
        }

        string Tracking(string branch) => $"refs/remotes/{name}/{branch}";

        void Bring((string From, string To)[] candidates)
        {
            foreach (var (from, to) in candidates.Where(one => IsName(one.From)))
            {
                // A name that the remote lacks is for the check to tell of, with what may have been meant.
                if (remote.Tip(from, cancel) is not { } tip)
                {
                    continue;
                }

                // A commit that is here has its history here: to ask for little of it would cut off the rest.
                remote.Fetch([(from, to)], shallow && repository.History.Commit(tip) is null ? 1 : null, cancel);
                return;
            }
        }
    }

    private async Task HistoryAsync(
        GitRemote remote,
        IReadOnlyCollection<string> ends,
        IReadOnlyList<WantedBaseline> wanted,
        CancellationToken cancel
    )
    {
        // No history leads to a branch that the remote does not have.
        if (wanted.Any(one => one.Ref == "auto") && settings.Target is not null && Target() is null)
        {
            return;
        }

        for (var (step, commits) = (0, FirstStep); step < MostSteps && !await FindAsync(wanted, cancel); step++, commits *= 2)
        {
            var before = Ends();
            remote.Deepen(commits, Target() is { } tip ? ends.Append(tip) : ends, cancel);

            // Nothing more to be had: the check says what is missing.
            if (before.SetEquals(Ends()))
            {
                return;
            }
        }
    }

    // Are the baselines certain?
    private async Task<bool> FindAsync(IReadOnlyList<WantedBaseline> wanted, CancellationToken cancel)
    {
        using var versions = new GitVersions(settings, cache, clock);
        var found = new List<(Artifact Artifact, Result<Baseline> Baseline)>();
        foreach (var (named, artifact) in wanted.SelectMany(one => one.Artifacts.Select(artifact => (one.Ref, artifact))))
        {
            found.Add((artifact, await versions.FindBaselineAsync(named, artifact, cancel)));
        }

        baselines.UnionWith(found.Where(one => one.Baseline.Value is not null).Select(one => (one.Artifact, one.Baseline.Value!.Commit)));
        var commits = found.ConvertAll(one => one.Baseline);

        // The gate of the merge base judges, whatever the models are compared with; and it says which gates there are.
        if (settings.Target is not null)
        {
            commits.Add(await versions.FindPullRequestBaseAsync(cancel));
        }

        read.UnionWith(commits.Select(one => one.Value?.Commit).OfType<string>());
        return commits.SelectMany(one => one.Problems).All(problem => problem.Code != Diagnostics.ShallowClone.Code);
    }

    private HashSet<string> Ends()
    {
        using var repository = Open()!;
        return [.. repository.Folders.Ends];
    }

    private string? Target()
    {
        using var repository = Open()!;
        return new TargetBranch(repository).Find(settings.Target).Branch?.Commit;
    }

    private void Objects(
        GitRemote remote,
        GitProgram git,
        IReadOnlyList<Artifact> artifacts,
        IReadOnlyList<string> files,
        CancellationToken cancel
    )
    {
        using var repository = Open()!;
        if (!repository.Folders.IsPartial || read.Count == 0)
        {
            return;
        }

        var gate = GateFolder.Both(settings, repository).InCommits;
        var paths = artifacts
            .Select(artifact => Glob.Is(artifact.Path) ? new Glob(artifact.Path).Folder : artifact.Path)
            .Append(LockFiles.Folder)
            .Append(WaiverFiles.Folder)
            .Concat(files)
            .Select(gate.InRoot)
            .OfType<string>()
            .Select(path => path.Length == 0 ? "." : path)
            .Distinct(StringComparer.Ordinal);

        // Trees, not commits: of a commit that did not change a path, nothing of that path would be listed.
        var listed = git.Text(
            ["rev-list", "--objects", "--missing=print", "--no-walk", .. read.Select(commit => commit + "^{tree}"), "--", .. paths],
            cancel
        );
        var missing = listed.Split('\n').Where(line => line.StartsWith('?')).Select(line => line[1..].Trim()).ToList();
        if (missing.Count > 0)
        {
            remote.Objects(missing, cancel);
        }
    }

    // The checkout's own files may be pointers too: a check reads what they stand for from the local store.
    private IReadOnlyList<Finding> LargeFiles(GitProgram git, string name, IReadOnlyList<Artifact> artifacts, CancellationToken cancel)
    {
        using var repository = Open()!;
        var missing = new MissingObjects(GateFolder.Both(settings, repository), repository, git);
        foreach (var (artifact, commit) in baselines)
        {
            missing.Add(artifact, commit, isCheckedOut: false, cancel);
        }

        if (repository.History.Commit("HEAD") is { } head)
        {
            foreach (var artifact in artifacts)
            {
                missing.Add(artifact, head, isCheckedOut: true, cancel);
            }
        }

        if (missing.IsEmpty)
        {
            return [];
        }

        var remote = new GitRemote(git, name);
        if (!remote.HasLfs(cancel))
        {
            return [NotFetched("files in Git LFS, but git-lfs not found", "Install git-lfs")];
        }

        remote.LargeFiles(missing.Commit(cancel), cancel);
        return [];
    }

    // What git itself would take for a name; it must not become a pattern, or another refspec.
    private static bool IsName(string full) => full.Length <= 1000 && !BadName().IsMatch(full);

    private static string Reason(string errors) =>
        "git reported: " + GitFinding.Shown(Credentials().Replace(GitMessage.Summarize(errors), "://"));

    private static Finding NotFetched(string found, string fix) =>
        GitFinding.Create(Diagnostics.BaselineNotFetched, "baseline", "baseline", found, "the history and the files of the baseline", fix);

    [GeneratedRegex(@"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|//|/\.|\.lock(/|$)|\.(/|$)|/$")]
    private static partial Regex BadName();

    [GeneratedRegex("://[^/@ ]*@")]
    private static partial Regex Credentials();
}
