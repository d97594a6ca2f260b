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
        catch (Exception problem) when (IsRefused(problem))
        {
            return Explain(id, problem);
        }
    }

    /// <inheritdoc cref="Run"/>
    public static async Task<Result<T>> RunAsync<T>(CheckId id, Func<Task<Result<T>>> work)
        where T : class
    {
        try
        {
            return await work();
        }
        catch (Exception problem) when (IsRefused(problem))
        {
            return Explain(id, problem);
        }
    }

    /// <summary>Runs work that decides nothing: what git or the disk refuses is told by whoever needs it.</summary>
    /// <param name="otherwise">The answer where git or the disk refuses.</param>
    /// <param name="work">Uses git or files.</param>
    public static T RunOr<T>(T otherwise, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception problem) when (IsRefused(problem))
        {
            return otherwise;
        }
    }

    private static bool IsRefused(Exception problem) => problem is GitFailedException or IOException or UnauthorizedAccessException;

    private static Finding Explain(CheckId id, Exception problem) =>
        problem switch
        {
            GitFailedException { IsOwnership: true } => GitFinding.Create(
                Diagnostics.GitNotUsable,
                id,
                "git",
                "the repository belongs to another user (git refuses to use it)",
                "a repository that git trusts",
                "If you trust it, run in its folder: git config --global --add safe.directory \"$PWD\""
            ),
            GitFailedException failed => GitFinding.Create(
                Diagnostics.GitNotUsable,
                id,
                "git",
                GitFinding.Shown(failed.Summary),
                "a readable git repository",
                failed.IsTooOld
                    ? "Update git: this version is too old for the repository"
                    : "Run git status in the folder of the gate file for details, or install git"
            ),
            _ => GitFinding.Create(
                Diagnostics.FileNotAccessible,
                id,
                id.Text,
                GitFinding.Shown(problem.Message.TrimEnd('.')),
                "a readable file",
                "Check its permissions and the disk"
            ),
        };
}
