using System.Text;
using MlGate.Git.Findings;

namespace MlGate.Git.Repositories;

/// <summary>
/// Fetches from a remote, no more than is asked for: no tags, no submodules, no files of old commits, and nothing of it in the working
/// tree.
/// </summary>
/// <param name="git">The program.</param>
/// <param name="name">The remote's name in this clone.</param>
internal sealed class GitRemote(GitProgram git, string name)
{
    /// <summary>For every command that asks a server: one that stopped sending is given up after a minute.</summary>
    internal static readonly string[] Settings =
    [
        "-c",
        "gc.auto=0",
        "-c",
        "maintenance.auto=false",
        "-c",
        "http.lowSpeedLimit=1",
        "-c",
        "http.lowSpeedTime=60",
    ];

    private static readonly string[] Fetching =
    [
        .. Settings,
        "fetch",
        "--quiet",
        "--no-tags",
        "--no-write-fetch-head",
        "--no-recurse-submodules",
        "--stdin",
    ];

    /// <summary>The remote's default branch, without <c>refs/heads/</c>; null when it does not say.</summary>
    /// <exception cref="GitFailedException">It does not answer.</exception>
    public string? DefaultBranch(CancellationToken cancel)
    {
        const string Start = "ref: refs/heads/",
            End = "\tHEAD";
        var line = git.Text([.. Settings, "ls-remote", "--symref", "--", name, "HEAD"], cancel).Split('\n')[0];
        return line.StartsWith(Start, StringComparison.Ordinal) && line.EndsWith(End, StringComparison.Ordinal)
            ? line[Start.Length..^End.Length]
            : null;
    }

    /// <summary>The commit that a full name of the remote leads to; null when it has no such name.</summary>
    /// <exception cref="GitFailedException">It does not answer.</exception>
    public string? Tip(string reference, CancellationToken cancel) =>
        git.Text([.. Settings, "ls-remote", "--", name, reference], cancel)
            .Split('\n')
            .Select(line => line.Split('\t', 2))
            .FirstOrDefault(pair => pair.Length == 2 && pair[1] == reference)
            ?[0];

    /// <summary>Fetches names into this clone, with as much history as a clone needs that has all of theirs already.</summary>
    /// <param name="refs">From full names of the remote to full names of this clone.</param>
    /// <param name="depth">Commits of history; null for all of it, and its files.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="GitFailedException">It does not answer, or it has no such name.</exception>
    public void Fetch(IEnumerable<(string From, string To)> refs, int? depth, CancellationToken cancel) =>
        Run(
            depth is null ? [] : ["--filter=blob:none", FormattableString.Invariant($"--depth={depth}")],
            refs.Select(one => $"+{one.From}:{one.To}"),
            cancel
        );

    /// <summary>Fetches a commit without its history and files.</summary>
    /// <param name="id">Its full id.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="GitFailedException">The remote does not answer, or has no such commit.</exception>
    public void Commit(string id, CancellationToken cancel) => Run(["--filter=blob:none", "--depth=1"], [id], cancel);

    /// <summary>Moves the ends of a shallow clone back.</summary>
    /// <param name="commits">From all of the ends.</param>
    /// <param name="wanted">Commits that lead to the ends.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="GitFailedException">The remote does not answer, or no longer has one of the commits.</exception>
    public void Deepen(int commits, IEnumerable<string> wanted, CancellationToken cancel) =>
        Run(["--filter=blob:none", FormattableString.Invariant($"--deepen={commits}")], wanted, cancel);

    /// <summary>Fetches single objects of a partial clone, all at once.</summary>
    /// <exception cref="GitFailedException">The remote does not answer, or lacks one of them.</exception>
    public void Objects(IEnumerable<string> ids, CancellationToken cancel) =>
        Run(["--filter=blob:none", "--refmap="], ids, cancel, "-c", "fetch.negotiationAlgorithm=noop");

    /// <summary>
    /// Fetches the Git LFS objects that a commit's files stand for, and no others, whatever the settings of the repository leave out or
    /// add.
    /// </summary>
    /// <exception cref="GitFailedException">The server does not answer, or lacks one of them.</exception>
    public void LargeFiles(string commit, CancellationToken cancel) =>
        git.Text(
            [.. Settings, "-c", "lfs.fetchrecentalways=false", "lfs", "fetch", "--include=", "--exclude=", "--", name, commit],
            cancel
        );

    /// <summary>Can git fetch large files?</summary>
    public bool HasLfs(CancellationToken cancel) => git.Run(["lfs", "version"], default, cancel).Exit == 0;

    /// <summary>Remembers the remote's default branch.</summary>
    /// <exception cref="GitFailedException">Git refuses.</exception>
    public void Remember(string branch, CancellationToken cancel) =>
        git.Text(["symbolic-ref", $"refs/remotes/{name}/HEAD", $"refs/remotes/{name}/{branch}"], cancel);

    // What is fetched travels on standard input: no name can be taken for an option, and no list is too long.
    private void Run(IEnumerable<string> options, IEnumerable<string> wanted, CancellationToken cancel, params string[] settings)
    {
        var output = git.Run(
            [.. settings, .. Fetching, .. options, "--", name],
            Encoding.UTF8.GetBytes(string.Join('\n', wanted) + "\n"),
            cancel
        );
        if (output.Exit != 0)
        {
            throw new GitFailedException(output.Errors);
        }
    }
}
