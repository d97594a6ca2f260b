using MlGate.Findings;
using MlGate.Gates;
using MlGate.Versions;

namespace MlGate.App.Policy;

/// <summary>
/// What judges a pull request must be what the target branch holds now: the author chooses where to branch off, and with that which gate of
/// the past the merge base has.
/// Of the merge commit that build servers check out by default, the merge base is the target branch's tip, and there is nothing to choose.
/// </summary>
internal static class GoverningGateMustBeCurrent
{
    private const string Waivers = ".mlgate/waivers";

    /// <summary>What has changed on the target branch; nothing where all is as it was.</summary>
    /// <param name="gate">The gate that judges.</param>
    /// <param name="files">The files that it is read from at the merge base.</param>
    /// <param name="at">The merge base.</param>
    /// <param name="versions">Knows the target branch.</param>
    public static async Task<IReadOnlyList<Finding>> EvaluateAsync(
        Gate gate,
        IReadOnlyList<string> files,
        Baseline at,
        IVersions versions,
        CancellationToken cancel
    )
    {
        var tip = await versions.FindTargetTipAsync(cancel);
        if (tip.Value is not { } now || now.Commit == at.Commit)
        {
            return tip.Problems;
        }

        var testSets = gate.TestSets;
        var paths = files.Concat(testSets.Select(dataset => dataset.Path)).Concat(gate.WaiversOfBaseOnly ? [Waivers] : []);
        var changed = await versions.FindChangedAsync(paths, at, now, cancel);
        if (changed.Value is null)
        {
            return changed.Problems;
        }

        // Of data that is kept elsewhere, git has the lock only.
        List<string> all = [.. changed.Value];
        foreach (var dataset in testSets.Where(dataset => !changed.Value.Contains(dataset.Path)))
        {
            if (await IsRelockedAsync(dataset, at, now, versions, cancel))
            {
                all.Add(dataset.Id.Text);
            }
        }

        return all.Count == 0
            ? []
            :
            [
                Outdated(gate.Name, $"{string.Join(", ", all)} changed on {now.Ref} since the pull request branched off", now) with
                {
                    Place = gate.Place,
                },
            ];
    }

    /// <summary>The finding.</summary>
    /// <param name="subject">Name of the gate.</param>
    /// <param name="found">What there is to say.</param>
    /// <param name="now">The target branch's tip.</param>
    public static Finding Outdated(string subject, string found, Baseline now) =>
        new()
        {
            Code = Diagnostics.PolicyOutdated.Code,
            Id = "policy",
            Subject = subject,
            Outcome = Outcome.NotMeasured,
            Expected = $"the current gate of {now.Ref}",
            Found = found,
            Fix = $"Merge {now.Ref} into the branch, or check out the merge commit, as actions/checkout does by default",
        };

    private static async Task<bool> IsRelockedAsync(
        DatasetGate dataset,
        Baseline at,
        Baseline now,
        IVersions versions,
        CancellationToken cancel
    )
    {
        var (before, after) = (
            await versions.ReadLockAsync(dataset.Artifact, at, cancel),
            await versions.ReadLockAsync(dataset.Artifact, now, cancel)
        );

        // A lock that cannot be read is another one: an object that both commits have was fetched for the first.
        return before.Value?.Version != after.Value?.Version
            || before.Problems.Concat(after.Problems).Any(problem => problem.Code != Diagnostics.LockMissing.Code);
    }
}
