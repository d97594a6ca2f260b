using MlGate.Git.Findings;
using MlGate.Git.Repositories;

namespace MlGate.Git.Notes;

/// <summary>
/// Brings into a shallow clone the commits that results were recorded for: without them nobody can tell which of the results lead to what
/// is checked out, and in which order.
/// </summary>
/// <param name="repository">The clone.</param>
/// <param name="git">The program.</param>
/// <param name="remote">Name of the remote.</param>
internal sealed class RecordedCommits(GitRepository repository, GitProgram git, string remote)
{
    // A chart needs no more. Further back than 1,400 commits the trees of all of them would cost more than the chart is worth.
    private const int Enough = 50;
    private const int FirstStep = 200;
    private const int MostSteps = 3;

    /// <summary>Goes back until there are enough of them, or no more.</summary>
    /// <exception cref="GitFailedException">The remote does not answer.</exception>
    public void Reach(CancellationToken cancel)
    {
        var recorded = Lines(["notes", "--ref", GitNotesRunHistory.Ref, "list"], cancel)
            .Select(line => line.Split(' ')[^1])
            .ToHashSet(StringComparer.Ordinal);
        for (var (step, commits) = (0, FirstStep); step < MostSteps && repository.Folders.IsShallow; step++, commits *= 2)
        {
            var reached = Lines(["rev-list", "--first-parent", "HEAD"], cancel).Count(recorded.Contains);
            if (reached == recorded.Count || reached >= Enough)
            {
                return;
            }

            var before = repository.Folders.Ends;
            new GitRemote(git, remote).Deepen(commits, before, cancel);
            if (before.SequenceEqual(repository.Folders.Ends))
            {
                return;
            }
        }
    }

    private string[] Lines(string[] arguments, CancellationToken cancel)
    {
        var output = git.Run(arguments, default, cancel);
        return output.Exit == 0 ? output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
    }
}
