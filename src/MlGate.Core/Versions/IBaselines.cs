using MlGate.Findings;

namespace MlGate.Versions;

/// <summary>The commits that artifacts and gates are compared with, and what differs between commits.</summary>
public interface IBaselines
{
    /// <summary>The commit to compare an artifact with.</summary>
    /// <param name="wanted"><c>auto</c>, or a git ref.</param>
    /// <param name="artifact">Whose baseline: under <c>auto</c> the last change of its lock counts when the merge base is HEAD
    /// itself.</param>
    /// <param name="cancel">Stops the search.</param>
    Task<Result<Baseline>> FindBaselineAsync(string wanted, Artifact artifact, CancellationToken cancel);

    /// <summary>
    /// The commit that a pull request branched from: its policy judges it. For a checkout without a <see cref="Checkout.Target"/>, where
    /// the work left the default branch.
    /// </summary>
    Task<Result<Baseline>> FindPullRequestBaseAsync(CancellationToken cancel);

    /// <summary>
    /// The tip of the branch that a pull request targets: what it will be merged into. Only for a checkout with a
    /// <see cref="Checkout.Target"/>.
    /// </summary>
    Task<Result<Baseline>> FindTargetTipAsync(CancellationToken cancel);

    /// <summary>
    /// How far a baseline that <c>auto</c> gave lies behind the branch that the work will be merged into; null where it does not, or where
    /// nobody can count it, as in a shallow clone that ends before.
    /// </summary>
    /// <param name="baseline">The commit.</param>
    /// <param name="artifacts">Those that may have changed on the branch since.</param>
    /// <param name="cancel">Stops the counting.</param>
    Task<Behind?> CountBehindAsync(Baseline baseline, IReadOnlyList<Artifact> artifacts, CancellationToken cancel);

    /// <summary>What differs between two commits. Reads no bytes of it.</summary>
    /// <param name="paths">Files, folders or globs, relative to the gate file's folder; may climb with <c>..</c>.</param>
    /// <param name="from">One commit.</param>
    /// <param name="to">The other.</param>
    /// <param name="cancel">Stops the comparison.</param>
    /// <returns>Those of the paths at which the two commits have different things.</returns>
    Task<Result<IReadOnlyList<string>>> FindChangedAsync(IEnumerable<string> paths, Baseline from, Baseline to, CancellationToken cancel);
}
