using MlGate.Findings;
using MlGate.Platform;
using MlGate.Versions;

namespace MlGate.App.Policy;

/// <summary>Findings about gates that cannot judge where they are.</summary>
internal static class MisplacedGate
{
    private const int LongestPath = 200;

    /// <summary>A gate that only the target branch has: it was added there since the pull request branched off.</summary>
    /// <param name="path">The gate file's path from the repository's root.</param>
    /// <param name="tip">The target branch now.</param>
    public static Finding OnlyOnTarget(string path, Baseline tip) =>
        GoverningGateMustBeCurrent.Outdated(path, $"{tip.Ref} got this gate after the pull request branched off", tip);

    /// <summary>
    /// A gate that has the name of one that the pull request removes, while there are data or models of that in both places: neither can
    /// stand for the other.
    /// </summary>
    /// <param name="path">The new gate file's path from the repository's root.</param>
    /// <param name="removed">That of the removed one.</param>
    public static Finding CopyOfRemoved(string path, string removed) =>
        new()
        {
            Code = Diagnostics.PolicyChanged.Code,
            Id = "policy",
            Subject = PrintableText.From(path, LongestPath),
            Outcome = Outcome.NotMeasured,
            Expected = "one place for a gate",
            Found =
                $"same name as {PrintableText.From(removed, LongestPath)}, which the pull request removes, but whose data and models "
                + "partly remain",
            Fix = "Move all files, or rename the new gate",
        };
}
