using MlGate.Findings;

namespace MlGate.Git.Findings;

/// <summary>Turns the exceptions of git and of the file system into findings.</summary>
internal static class GuardedGit
{
    /// <summary>Runs work; what git or the disk refuses becomes a finding.</summary>
    /// <param name="id">The check that the finding belongs to.</param>
    /// <param name="work">Uses git or files.</param>
    public static Result<T> Run<T>(CheckId id, Func<Result<T>> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (GitFailedException problem)
        {
            return problem.IsOwnership
                ? GitFinding.Create(
                    Diagnostics.GitNotUsable,
                    id,
                    "git",
                    "the repository belongs to another user (git refuses to use it)",
                    "a repository that git trusts",
                    "If you trust it, run in its folder: git config --global --add safe.directory \"$PWD\""
                )
                : GitFinding.Create(
                    Diagnostics.GitNotUsable,
                    id,
                    "git",
                    GitFinding.Shown(problem.Summary),
                    "a readable git repository",
                    problem.IsTooOld
                        ? "Update git: this version is too old for the repository"
                        : "Run git status in the folder of the gate file for details, or install git"
                );
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return GitFinding.Create(
                Diagnostics.FileNotAccessible,
                id,
                id.Text,
                GitFinding.Shown(problem.Message.TrimEnd('.')),
                "a readable file",
                "Check its permissions and the disk"
            );
        }
    }
}
