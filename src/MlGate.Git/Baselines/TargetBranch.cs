using MlGate.Findings;
using MlGate.Git.Findings;
using MlGate.Git.Repositories;

namespace MlGate.Git.Baselines;

/// <summary>Finds the branch that the work will be merged into.</summary>
internal sealed class TargetBranch(GitRepository repository)
{
    private const string Remotes = "refs/remotes/";
    private const string Heads = "refs/heads/";

    /// <summary>The pull request's target, else the remote's default branch, else the usual local one.</summary>
    /// <param name="target">The pull request's target: a branch, with or without its remote, or the full id of a commit; null outside of
    /// pull requests.</param>
    /// <returns>No branch and no problem: the repository has none that would be the usual one.</returns>
    public (NamedCommit? Branch, Finding? Problem) Find(string? target)
    {
        var remote = Remote();
        if (target is not null)
        {
            var name = Short(target);
            var wanted = new[] { remote is null ? null : Remotes + remote + "/" + name, Heads + name }
                .OfType<string>()
                .Select(Commit)
                .FirstOrDefault(found => found is not null)
                ?? ById(target);
            return wanted is not null ? (wanted, null) : (null, Missing(target, remote ?? "origin"));
        }

        if (remote is not null && Default(remote) is { } onRemote)
        {
            return (onRemote, null);
        }

        var settled = Setting();
        return (
            new[] { settled, "main", "master" }
                .OfType<string>()
                .Select(name => Commit(Heads + name))
                .FirstOrDefault(found => found is not null),
            null
        );
    }

    /// <summary>A branch's name without the remote that it is written with: <c>origin/main</c>, <c>refs/remotes/origin/main</c>.</summary>
    public string Short(string branch)
    {
        var name = branch.StartsWith(Remotes, StringComparison.Ordinal) ? branch[Remotes.Length..] : branch;
        return
            Remote() is { } remote
            && name.StartsWith(remote + "/", StringComparison.Ordinal)
            && (
                name != branch
                || (repository.Refs.Resolve(Heads + name) is null && repository.Refs.Resolve(Remotes + remote + "/" + name) is null)
            )
            ? name[(remote.Length + 1)..]
            : name;
    }

    /// <summary>The remote's default branch, where this clone knows which one it is.</summary>
    public NamedCommit? Default(string remote)
    {
        var head = repository.Refs.Target(Remotes + remote + "/HEAD");
        return new[] { head, Remotes + remote + "/main", Remotes + remote + "/master" }
            .OfType<string>()
            .Select(Commit)
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>The remote that branches are looked for at; null where this clone has none.</summary>
    public string? Remote()
    {
        // A build server may keep what it checked out below refs/remotes, under a name that is no remote's.
        var names = repository
            .Folders.Remotes.Concat(
                repository.Refs.Names.Where(name => name.StartsWith(Remotes, StringComparison.Ordinal)).Select(name => name.Split('/')[2])
            )
            .Distinct()
            .ToList();
        return names.Contains("origin") ? "origin" : names.FirstOrDefault();
    }

    // An id cannot be chosen by who names a branch.
    private NamedCommit? ById(string target) =>
        target.Length is 40 or 64 && target.All(char.IsAsciiHexDigitLower) && repository.History.Commit(target) is { } commit
            ? new NamedCommit(target[..10], commit)
            : null;

    private string? Setting()
    {
        var line = repository
            .Folders.Config.Split('\n')
            .Select(line => line.Split('=', 2))
            .LastOrDefault(pair => pair.Length == 2 && pair[0].Trim().Equals("defaultbranch", StringComparison.OrdinalIgnoreCase));
        if (line is not null)
        {
            return line[1].Trim();
        }

        var output = repository.Program?.Run(["config", "--get", "init.defaultBranch"], default, default);
        return output is { Exit: 0 } ? output.Text.Trim() : null;
    }

    private NamedCommit? Commit(string name)
    {
        var commit = repository.Refs.Resolve(name);
        var shown = name.StartsWith(Heads, StringComparison.Ordinal) ? name[Heads.Length..] : name[Remotes.Length..];
        return commit is null ? null : new NamedCommit(shown, commit);
    }

    private Finding Missing(string target, string remote) =>
        repository.Folders.IsShallow
            ? BaselineFinder.Shallow($"shallow clone without {remote}/{GitFinding.Shown(target)}, the target branch of the pull request")
            : GitFinding.Create(
                Diagnostics.UnknownRef,
                "baseline",
                "baseline",
                $"clone without {remote}/{GitFinding.Shown(target)}, the target branch of the pull request",
                "a clone with the baseline",
                (IsPlain(target) ? $"Run: git fetch {remote} {target}" : "Fetch it") + ", or set fetch-depth: 0 for actions/checkout"
            );

    // A command is proposed to be copied into a shell: only with a name that no shell and no git could take for anything else.
    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= 200
        && name[0] != '-'
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_' or '.');
}

/// <summary>A branch and its commit.</summary>
internal sealed record NamedCommit(string Name, string Commit);
