using MlGate.Checks.Data;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Plots;

/// <summary>Distributions of the columns that alarmed, for the eye that asks what moved.</summary>
internal static class DriftedDistributions
{
    /// <summary>In the order of the checks, at most <see cref="Distribution.Most"/>; null where nothing drifted.</summary>
    /// <param name="dataset">What was declared.</param>
    /// <param name="pairs">The distributions that were compared; null where none were.</param>
    /// <param name="findings">What became of the checks.</param>
    public static IReadOnlyList<Distribution>? Create(
        DatasetGate dataset,
        IReadOnlyList<PairedDistribution>? pairs,
        IReadOnlyList<Finding> findings
    )
    {
        var drifted = findings
            .Where(finding => finding.Code == Diagnostics.ColumnDrifted.Code && finding.Outcome == Outcome.Failed)
            .Select(finding => finding.Id)
            .ToHashSet();

        // The charts call the two sides baseline and candidate, which another dataset is not.
        if (pairs is null || drifted.Count == 0 || dataset.Drift?.Against is not null)
        {
            return null;
        }

        List<Distribution> shown = [];
        foreach (var column in DriftPlan.For(dataset).Where(column => drifted.Contains(column.Limit.Id)))
        {
            if (shown.Count == Distribution.Most)
            {
                break;
            }

            if (pairs.FirstOrDefault(pair => pair.Column == column.Name) is not { } pair)
            {
                continue;
            }

            var declared = dataset.Columns.FirstOrDefault(one => one.Name == column.Name);
            if ((pair.Values.Count > 0 ? NumberBins.Create(pair) : CategoryBins.Create(pair, declared)) is not { Count: > 0 } bins)
            {
                continue;
            }

            shown.Add(
                new Distribution
                {
                    Check = column.Limit.Id,
                    Column = column.Name,
                    AddedRowsOnly = dataset.Drift!.AddedRowsOnly,
                    Bins = bins,
                }
            );
        }

        return shown.Count == 0 ? null : shown;
    }
}
