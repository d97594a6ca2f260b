using MlGate.Findings;
using MlGate.Git;
using MlGate.Versions;

namespace MlGate.Cli.Composition;

/// <summary>Where the gate files of a pull request are: in the commit that it branched from, on the branch that it targets, and in its own commit. Paths are absolute.</summary>
/// <param name="Base">The commit that it branched from; null where the two histories have no common commit.</param>
/// <param name="Tip">The target branch now.</param>
internal sealed record GateTrees(Baseline? Base, Baseline Tip)
{
    public required IReadOnlySet<string> AtBase { get; init; }

    public required IReadOnlySet<string> AtTip { get; init; }

    public required IReadOnlySet<string> AtHead { get; init; }

    /// <summary>Reads them.</summary>
    /// <param name="versions">Of a folder in the repository.</param>
    /// <param name="names">Names that gate files have.</param>
    /// <returns>The trees; or why the base or the target cannot be found.</returns>
    public static Result<GateTrees> Read(GitVersions versions, IReadOnlySet<string> names)
    {
        var (at, tip) = (versions.PullRequestBase(), versions.TargetTip());
        if (tip.Value is null || at.Problems.Any(problem => problem.Code != Diagnostics.NoBaselineFound.Code))
        {
            return Result.Failed<GateTrees>([.. at.Problems.Concat(tip.Problems).DistinctBy(problem => problem.Found)]);
        }

        var files = new[] { at.Value?.Commit, tip.Value.Commit, versions.Checkout.Commit }
            .Select(commit => commit is null ? Result.Of<IReadOnlyList<string>>([]) : versions.FilesAt(commit, names))
            .ToList();
        return files.Exists(read => read.Value is null) ? Result.Failed<GateTrees>([.. files.SelectMany(read => read.Problems)])
            : new GateTrees(at.Value, tip.Value) { AtBase = Set(files[0]), AtTip = Set(files[1]), AtHead = Set(files[2]) };
    }

    private static HashSet<string> Set(Result<IReadOnlyList<string>> files) => new(files.Value!, StringComparer.Ordinal);
}
