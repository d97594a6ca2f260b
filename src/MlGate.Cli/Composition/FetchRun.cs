using MlGate.Findings;
using MlGate.Gates;
using MlGate.Runs;

namespace MlGate.Cli.Composition;

/// <summary>Fetches for the gate of the working tree, and for that of the target branch, which judges pull requests.</summary>
internal static class FetchRun
{
    /// <param name="workplace">Where the gate stands.</param>
    /// <param name="gate">Of the working tree.</param>
    /// <param name="baseline">In place of the gate's own; null for that.</param>
    /// <param name="cancel">Stops it.</param>
    public static IReadOnlyList<Finding> Run(Workplace workplace, Gate gate, string? baseline, CancellationToken cancel)
    {
        var problems = Of(workplace, gate, baseline, cancel);
        if (problems.Count > 0) return problems;

        using var fetched = workplace.Again();
        var judging = PolicySource.Choose(gate, Path.GetFileName(workplace.GateFile), fetched.Files, fetched.Versions).Gate;
        return ReferenceEquals(judging, gate) ? [] : Of(fetched, judging, baseline, cancel);
    }

    private static IReadOnlyList<Finding> Of(Workplace workplace, Gate gate, string? baseline, CancellationToken cancel)
    {
        // The gate of the target branch is found by the merge base, whatever the models are compared with.
        string[] wanted = [.. new[] { workplace.Versions.Checkout.Target is null ? null : "auto", baseline ?? gate.Baseline, gate.Anchor }.OfType<string>().Distinct(StringComparer.Ordinal)];
        return workplace.Fetching.Run(wanted, [.. gate.Artifacts], gate.Files, cancel);
    }
}
