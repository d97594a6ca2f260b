using MlGate.Checks.Data.Constraints;
using MlGate.Gates;
using MlGate.Profiles;

namespace MlGate.Plots;

/// <summary>The most frequent categories, named only where the gate file names them: all other names are values of cells.</summary>
internal static class CategoryBins
{
    private const int Most = 12;

    /// <summary>The bins, the most frequent first, then the others together, then what is missing.</summary>
    /// <param name="pair">The counts.</param>
    /// <param name="column">The column as declared; null where the gate file only lists it for drift.</param>
    public static IReadOnlyList<DistributionBin> Create(PairedDistribution pair, ColumnGate? column)
    {
        string[] known = column is { Type.Value: ColumnType.Boolean }
            ? ["true", "false"]
            : [.. column?.Find(ColumnConstraints.In)?.Value ?? []];
        var all = Enumerable
            .Range(0, pair.Baseline.Count)
            .Select(at => (Value: pair.Categories[at], Baseline: pair.Baseline[at], Candidate: pair.Candidate[at]))
            .Where(one => one.Baseline + one.Candidate > 0)
            .ToList();
        var present = all.Where(one => one.Value is not null).OrderByDescending(one => one.Baseline + one.Candidate).ToList();
        var rest = present.Count > Most + 1 ? present[Most..] : [];
        var bins = present
            .Take(present.Count - rest.Count)
            .Select(one => new DistributionBin
            {
                Kind = BinKind.Category,
                Name = known.Contains(one.Value, StringComparer.Ordinal) ? one.Value : null,
                Baseline = one.Baseline,
                Candidate = one.Candidate,
            })
            .ToList();
        if (rest.Count > 0)
        {
            bins.Add(
                new DistributionBin
                {
                    Kind = BinKind.Others,
                    Merged = rest.Count,
                    Baseline = rest.Sum(one => one.Baseline),
                    Candidate = rest.Sum(one => one.Candidate),
                }
            );
        }

        bins.AddRange(
            all.Where(one => one.Value is null)
                .Select(one => new DistributionBin
                {
                    Kind = BinKind.Missing,
                    Baseline = one.Baseline,
                    Candidate = one.Candidate,
                })
        );
        return bins;
    }
}
