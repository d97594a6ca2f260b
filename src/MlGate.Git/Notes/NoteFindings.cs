using MlGate.Findings;
using MlGate.Git.Findings;

namespace MlGate.Git.Notes;

/// <summary>Words the findings about the history that is kept in notes.</summary>
internal static class NoteFindings
{
    /// <summary>The check that they belong to.</summary>
    public const string Id = "history";

    public static Finding NotUsable(string found) =>
        GitFinding.Create(
            Diagnostics.GitNotUsable,
            Id,
            Id,
            GitFinding.Shown(found.Split('\n')[0]),
            "a git repository and the git program",
            "Run it in a clone, with git on the PATH"
        );

    public static Finding NotWritten(string errors) =>
        GitFinding.Create(
            Diagnostics.HistoryNotWritten,
            Id,
            GitNotesRunHistory.Ref,
            Said(errors),
            "a writable git note",
            "Check that the repository's folder is writable"
        );

    public static Finding NotShared(string remote, string errors) =>
        GitFinding.Create(
            Diagnostics.HistoryNotShared,
            Id,
            remote,
            Said(errors),
            "a remote that accepts refs/notes/mlgate",
            "Check the network, and that the token can write the contents of the repository; then run it again"
        );

    private static string Said(string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return GitFinding.Shown(
            (
                lines.LastOrDefault(line =>
                    line.StartsWith("fatal: ", StringComparison.Ordinal) || line.StartsWith("error: ", StringComparison.Ordinal)
                )
                ?? lines.LastOrDefault()
                ?? "no message from git"
            ).TrimEnd('.')
        );
    }
}
