using MlGate.Findings;
using MlGate.Git.Artifacts;
using MlGate.Git.Baselines;
using MlGate.Git.Findings;
using MlGate.Git.Hashing;
using MlGate.Git.Repositories;
using MlGate.Versions;

namespace MlGate.Git.Setup;

/// <summary>What a check will find of git and of the repository around a folder. Changes nothing, and contacts no server.</summary>
internal sealed class RepositorySetup : IDisposable
{
    private const string Id = "setup";

    private readonly GitSettings settings;
    private readonly GitRepository? repository;

    public RepositorySetup(GitSettings settings)
    {
        this.settings = settings;
        repository = settings.OpenRepository();
    }

    /// <summary>Absolute path of the git program; null when there is none.</summary>
    public string? Program => settings.GitProgram;

    /// <summary>Absolute path of the working tree; null outside of repositories.</summary>
    public string? WorkTree => repository?.Folders.WorkTree;

    /// <summary>Does the history of the clone end early?</summary>
    public bool IsShallow => repository?.Folders.IsShallow ?? false;

    /// <summary>Does it get objects from the server when they are first needed?</summary>
    public bool IsPartial => repository?.Folders.IsPartial ?? false;

    /// <summary>The version that git prints; a finding where it does not start.</summary>
    public Result<string> Version(CancellationToken cancel) =>
        GuardedGit.Run(Id, () =>
            Result.Success(Git!.Text(["version"], cancel).Trim().Replace("git version ", "", StringComparison.Ordinal))
        );

    /// <summary>The version that Git LFS prints; null where git does not find it.</summary>
    public string? LfsVersion(CancellationToken cancel) =>
        Git is { } git
            ? GuardedGit.RunOr(null, () =>
                git.Within(settings.SearchPath).Run(["lfs", "version"], default, cancel) is { Exit: 0 } output
                    ? output.Text.Split(' ')[0].Trim()
                    : null
            )
            : null;

    /// <summary>Why the repository cannot be used; null for a usable one, and outside of repositories where none is expected.</summary>
    public Finding? Obstacle()
    {
        var sound = GuardedGit.Run(Id, () =>
        {
            var missing = new MissingHistory(settings, repository).Find();
            _ = missing is null ? repository?.History.Commit("HEAD") : null;
            return missing is null ? Result.Success("") : missing;
        });
        return sound.Problems is [var problem, ..] ? problem : null;
    }

    /// <summary>The commit of HEAD; null in a repository without commits.</summary>
    public string? Head => GuardedGit.RunOr(null, () => repository?.Refs.Resolve("HEAD"));

    /// <summary>The target branch of a pull request, else the default branch; empty where the repository has none.</summary>
    public Result<string> FindTarget() => GuardedGit.Run(Id, () =>
        {
            if (repository is null)
            {
                return Result.Success("");
            }

            var (branch, problem) = new TargetBranch(repository).Find(settings.Target);
            return problem is null ? Result.Success(branch?.Name ?? "") : problem;
        });

    /// <summary>How git stores the files of an artifact; empty where that cannot be told, which a check then reports.</summary>
    public IReadOnlyList<StoredFile> StoredFiles(Artifact artifact, CancellationToken cancel) =>
        GuardedGit.RunOr<IReadOnlyList<StoredFile>>([], () =>
        {
            var gate = new GateFolder(settings.GateFolder, repository);
            if (repository?.Program is null || gate.Checked(artifact.Path, artifact.Id, mayClimb: false).Value is not { } path)
            {
                return [];
            }

            var paths = Files(gate, path, cancel);
            var conversions = new Conversions(repository, settings).For(paths, cancel);
            return
            [
                .. paths.Select(file =>
                    StoredFile.Read(gate.Absolute(file), file, conversions.GetValueOrDefault(file), repository.Folders, cancel)
                ),
            ];
        });

    public void Dispose() => repository?.Dispose();

    private GitProgram? Git => Program is { } program ? new GitProgram(program, settings.GateFolder) : null;

    private IReadOnlyList<string> Files(GateFolder gate, string path, CancellationToken cancel)
    {
        if (!Glob.Is(path) && File.Exists(gate.Absolute(path)))
        {
            return [path];
        }

        var glob = Glob.Is(path) ? new Glob(path) : null;
        return
        [
            .. WorkingTreeFiles
                .Under(gate.Root, repository, glob?.Folder ?? path, cancel)
                .Select(file => file.Path)
                .Where(file => glob?.Matches(file) ?? true)
                .Where(file => File.Exists(gate.Absolute(file))),
        ];
    }
}
