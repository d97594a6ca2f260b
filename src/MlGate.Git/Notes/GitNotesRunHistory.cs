using System.Text;
using MlGate.Findings;
using MlGate.Git.Findings;
using MlGate.Git.Repositories;
using MlGate.Runs;

namespace MlGate.Git.Notes;

/// <summary>
/// Past runs as git notes under <c>refs/notes/mlgate</c>: no server, and no commit of its own. A note is a sorted list of lines, one per
/// run, which git merges by itself.
/// </summary>
internal sealed class GitNotesRunHistory(GitSettings settings) : IRunHistory
{
    /// <summary>Where the notes are.</summary>
    public const string Ref = "refs/notes/mlgate";

    // Runs that others push between our fetch and our push.
    private const int MostTries = 5;
    private const int LongestNote = 4 * 1024 * 1024;
    private const int MostCommits = 10_000;
    private static readonly string[] Reading = ["-c", "log.showSignature=false"];

    /// <inheritdoc/>
    public Task<Result<IReadOnlyList<RecordedRun>>> ReadAsync(
        string gate,
        int most,
        Func<RecordedRun, bool> counts,
        CancellationToken cancel
    ) => Task.FromResult(Read(gate, most, counts, cancel));

    private Result<IReadOnlyList<RecordedRun>> Read(string gate, int most, Func<RecordedRun, bool> counts, CancellationToken cancel)
    {
        if (Open(out var git) is { } problem)
        {
            return Result.Failed<IReadOnlyList<RecordedRun>>([problem]);
        }

        try
        {
            var head = git.Run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], default, cancel);
            var notes = git.Run(["rev-parse", "--verify", "--quiet", Ref + "^{commit}"], default, cancel);
            if (head.Exit != 0 || notes.Exit != 0)
            {
                return Result.Success<IReadOnlyList<RecordedRun>>([]);
            }

            // Fields and commits end with NUL; a note cannot hold one.
            var log = git.Run(
                [
                    .. Reading,
                    "log",
                    "-z",
                    "--first-parent",
                    FormattableString.Invariant($"--max-count={MostCommits}"),
                    "--notes=" + Ref,
                    "--format=tformat:%H%x00%N",
                    "HEAD",
                ],
                default,
                cancel
            );
            return log.Exit == 0
                ? Result.Success<IReadOnlyList<RecordedRun>>(Runs(log.Parts, gate, most, counts))
                : Result.Failed<IReadOnlyList<RecordedRun>>([NoteFindings.NotUsable(log.Errors)]);
        }
        catch (IOException failed)
        {
            return Result.Failed<IReadOnlyList<RecordedRun>>([NoteFindings.NotUsable(failed.Message)]);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> RecordAsync(RecordedRun run, CancellationToken cancel) => Task.FromResult(Record(run, cancel));

    private IReadOnlyList<Finding> Record(RecordedRun run, CancellationToken cancel)
    {
        if (Open(out var git) is { } problem)
        {
            return [problem];
        }

        try
        {
            if (git.Run(["cat-file", "-e", run.Commit + "^{commit}"], default, cancel).Exit != 0)
            {
                return
                [
                    GitFinding.Create(
                        Diagnostics.HistoryNotWritten,
                        NoteFindings.Id,
                        run.Commit,
                        "commit not found in the repository",
                        "the commit of the report",
                        "Record the report in the clone that made it"
                    ),
                ];
            }

            var note = git.Run(["notes", "--ref", Ref, "show", run.Commit], default, cancel);
            var lines = note.Exit == 0 && note.Output.Length <= LongestNote ? Lines(note.Text) : [];
            var all = lines.Append(RunLine.From(run.Run)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (all.Count == lines.Count)
            {
                return [];
            }

            var written = git.Run(
                [.. Identity(git, cancel), "notes", "--ref", Ref, "add", "--force", "--file=-", run.Commit],
                Encoding.UTF8.GetBytes(string.Join('\n', all) + "\n"),
                cancel
            );
            return written.Exit == 0 ? [] : [NoteFindings.NotWritten(written.Errors)];
        }
        catch (GitFailedException failed)
        {
            return [NoteFindings.NotWritten(failed.Message)];
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> FetchAsync(string remote, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Finding>>(Open(out var git) is { } problem ? [problem] : Guarded(remote, () =>
                {
                    var problems = Take(git, remote, cancel);
                    if (problems.Count == 0)
                    {
                        new RecordedCommits(GitRepository.Discover(settings.GateFolder, settings.GitProgram)!, git, remote).Reach(cancel);
                    }

                    return problems;
                }));

    /// <inheritdoc/>
    public Task<IReadOnlyList<Finding>> ShareAsync(string remote, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Finding>>(Open(out var git) is { } problem ? [problem] : Guarded(remote, () =>
                {
                    string? refusal = null;
                    for (var attempt = 0; attempt < MostTries; attempt++)
                    {
                        if (Take(git, remote, cancel) is { Count: > 0 } problems)
                        {
                            return problems;
                        }

                        if (git.Run(["rev-parse", "--verify", "--quiet", Ref], default, cancel).Exit != 0)
                        {
                            return [];
                        }

                        var pushed = git.Run([.. GitRemote.Settings, "push", "--quiet", remote, $"{Ref}:{Ref}"], default, cancel);
                        if (pushed.Exit == 0)
                        {
                            return [];
                        }

                        refusal = pushed.Errors;
                        if (!refusal.Contains("rejected", StringComparison.Ordinal))
                        {
                            break;
                        }
                    }

                    return [NoteFindings.NotShared(remote, refusal!)];
                }));

    private static List<RecordedRun> Runs(string[] parts, string gate, int most, Func<RecordedRun, bool> counts)
    {
        var runs = new List<RecordedRun>();
        for (var at = 0; at + 1 < parts.Length && runs.Count < most; at += 2)
        {
            var latest =
                parts[at + 1].Length > LongestNote
                    ? null
                    : Lines(parts[at + 1]).Select(RunLine.Parse).OfType<PastRun>().Where(run => run.Gate == gate).MaxBy(run => run.At);
            if (latest is not null && new RecordedRun(parts[at].Trim(), latest) is var run && counts(run))
            {
                runs.Add(run);
            }
        }

        runs.Reverse();
        return runs;
    }

    // What others have is laid beside what is here, and merged: lines that either has are kept once each.
    private static IReadOnlyList<Finding> Take(GitProgram git, string remote, CancellationToken cancel)
    {
        if (!git.Text(["remote"], cancel).Split('\n').Contains(remote, StringComparer.Ordinal))
        {
            return
            [
                GitFinding.Create(
                    Diagnostics.HistoryNotShared,
                    NoteFindings.Id,
                    remote,
                    "remote not found",
                    "the name of a remote",
                    "Run: git remote -v, and use one of them with --remote"
                ),
            ];
        }

        var there = git.Run([.. GitRemote.Settings, "ls-remote", remote, Ref], default, cancel);
        if (there.Exit != 0)
        {
            return [NoteFindings.NotShared(remote, there.Errors)];
        }

        if (there.Output.Length == 0)
        {
            return [];
        }

        var theirs = Ref + "-of/" + remote;
        var fetched = git.Run(
            [.. GitRemote.Settings, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", remote, $"+{Ref}:{theirs}"],
            default,
            cancel
        );
        if (fetched.Exit != 0)
        {
            return [NoteFindings.NotShared(remote, fetched.Errors)];
        }

        if (git.Run(["rev-parse", "--verify", "--quiet", Ref], default, cancel).Exit != 0)
        {
            var copied = git.Run(["update-ref", Ref, theirs], default, cancel);
            return copied.Exit == 0 ? [] : [NoteFindings.NotShared(remote, copied.Errors)];
        }

        var merged = git.Run(
            [.. Identity(git, cancel), "notes", "--ref", Ref, "merge", "--quiet", "--strategy=cat_sort_uniq", theirs],
            default,
            cancel
        );
        return merged.Exit == 0 ? [] : [NoteFindings.NotShared(remote, merged.Errors)];
    }

    private static List<string> Lines(string note) =>
        [.. note.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    // A build server has no name of its own.
    private static string[] Identity(GitProgram git, CancellationToken cancel) =>
        git.Run(["config", "user.email"], default, cancel).Exit == 0 ? [] : ["-c", "user.name=mlgate", "-c", "user.email=mlgate@localhost"];

    private Finding? Open(out GitProgram git)
    {
        var opened = settings.OpenRepository();
        git = opened?.Program!;
        return opened?.Program is not null
            ? null
            : NoteFindings.NotUsable(opened is null ? "the gate file is not in a git repository" : "git not found");
    }

    private static IReadOnlyList<Finding> Guarded(string remote, Func<IReadOnlyList<Finding>> work)
    {
        try
        {
            return work();
        }
        catch (GitFailedException failed)
        {
            return [NoteFindings.NotShared(remote, failed.Message)];
        }
    }
}
