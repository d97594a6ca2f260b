using MlGate.Findings;
using MlGate.Git;
using MlGate.Versions;

namespace MlGate.App.PullRequests;

/// <summary>
/// Where the gate files of a pull request are: in the commit that it branched from, on the branch that it targets, and in its own commit.
/// Paths are absolute.
/// </summary>
/// <param name="Base">The commit that it branched from; null where the two histories have no common commit.</param>
/// <param name="Tip">The target branch now.</param>
internal sealed record GateTrees(Baseline? Base, Baseline Tip)
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    public required IReadOnlySet<string> AtBase { get; init; }

    public required IReadOnlySet<string> AtTip { get; init; }

    /// <summary>None where nobody asked for them.</summary>
    public IReadOnlySet<string> AtHead { get; private init; } = None;

    /// <summary>Reads them.</summary>
    /// <param name="versions">Of a folder in the repository.</param>
    /// <param name="names">Names that gate files have.</param>
    /// <param name="needsHead">Is the pull request's own commit to be read, too, when the others are known?</param>
    /// <returns>The trees; or why the base or the target cannot be found.</returns>
    public static async Task<Result<GateTrees>> ReadAsync(
        GitVersions versions,
        IReadOnlySet<string> names,
        Func<GateTrees, bool> needsHead,
        CancellationToken cancel
    )
    {
        var (at, tip) = (await versions.FindPullRequestBaseAsync(cancel), await versions.FindTargetTipAsync(cancel));
        if (tip.Value is null || at.Problems.Any(problem => problem.Code != Diagnostics.NoBaselineFound.Code))
        {
            return Result.Failed<GateTrees>([.. at.Problems.Concat(tip.Problems).DistinctBy(problem => problem.Found)]);
        }

        // Of a merge commit the base is the target's tip: a large tree takes its time.
        var ofTip = Files(tip.Value.Commit, versions, names);
        var ofBase = at.Value?.Commit == tip.Value.Commit ? ofTip : Files(at.Value?.Commit, versions, names);
        if (ofTip.Value is null || ofBase.Value is null)
        {
            return Result.Failed<GateTrees>([.. ofBase.Problems.Concat(ofTip.Problems).DistinctBy(problem => problem.Found)]);
        }

        var trees = new GateTrees(at.Value, tip.Value) { AtBase = ofBase.Value, AtTip = ofTip.Value };
        if (!needsHead(trees))
        {
            return trees;
        }

        var ofHead = Files(versions.Checkout.Commit, versions, names);
        return ofHead.Value is null ? Result.Failed<GateTrees>(ofHead.Problems) : trees with { AtHead = ofHead.Value };
    }

    private static Result<IReadOnlySet<string>> Files(string? commit, GitVersions versions, IReadOnlySet<string> names)
    {
        if (commit is null)
        {
            return Result.Success(None);
        }

        var files = versions.FilesAt(commit, names);
        return files.Value is null
            ? Result.Failed<IReadOnlySet<string>>(files.Problems)
            : Result.Success<IReadOnlySet<string>>(files.Value.ToHashSet(StringComparer.Ordinal));
    }
}
