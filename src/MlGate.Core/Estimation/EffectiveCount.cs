using MlGate.Findings;
using MlGate.Metrics;

namespace MlGate.Estimation;

/// <summary>
/// The smallest number of independent things that an estimate rests on: rows, discordant rows, rows of the smaller class that the metric
/// divides by, groups, Kish's (Σw)²/Σw².
/// </summary>
/// <param name="Count">How many there are.</param>
/// <param name="Name">What they are: <c>discordant rows</c>.</param>
internal sealed record EffectiveCount(long Count, string Name)
{
    /// <summary>Below it no asymptotic or bootstrap method decides.</summary>
    public const int Fewest = 30;

    /// <summary>Below it intervals are studentised.</summary>
    public const int Scarce = 200;

    /// <summary>Below it, of rows or of those that carry the change, a failure needs a permutation test as well.</summary>
    public const int Permuted = 2000;

    /// <summary>Name of the count of rows that the two models predict differently.</summary>
    public const string DiscordantRows = "discordant rows";

    /// <summary>True if nothing may be decided by an asymptotic or bootstrap method.</summary>
    public bool IsTooFew => Count < Fewest;

    /// <summary>Counts for a question about a metric.</summary>
    public static EffectiveCount For(EstimateRequest asked, PairedObservations rows)
    {
        var classes = OfClasses(asked, rows);
        if (asked.Metric is not ICountingMetric || asked.Estimand == Estimand.Value)
        {
            return classes;
        }

        var discordant = new UnitCounter(rows).Count(row => rows.Candidate.Predicted[row] != rows.Baseline!.Predicted[row], DiscordantRows);
        return discordant.Count < classes.Count ? discordant : classes;
    }

    /// <summary>The same without the discordant rows.</summary>
    public static EffectiveCount OfClasses(EstimateRequest asked, PairedObservations rows)
    {
        var counter = new UnitCounter(rows);
        return asked
            .Metric.RestsOn(rows.Candidate, asked.Estimand == Estimand.Value ? null : rows.Baseline)
            .Select(part => counter.Count(part.Contains, part.Name))
            .Prepend(counter.Count(_ => true, "rows"))
            .MinBy(count => count.Count)!;
    }

    // Rows, or groups that have one of them, or what their weights leave of either.
    private sealed class UnitCounter(PairedObservations rows)
    {
        public EffectiveCount Count(Predicate<int> contains, string name)
        {
            var weights = new double[rows.UnitCount];
            for (var row = 0; row < rows.Units.Length; row++)
            {
                weights[rows.Units[row]] += contains(row) ? rows.Candidate.Weight(row) : 0;
            }

            var (sum, squares, units) = (0.0, 0.0, 0L);
            foreach (var weight in weights)
            {
                (sum, squares, units) = (sum + weight, squares + (weight * weight), units + (weight > 0 ? 1 : 0));
            }

            if (rows.IsSimple || units == 0)
            {
                return new EffectiveCount(units, name);
            }

            var kish = (long)(sum * sum / squares * (1 + 1e-12));
            var of = rows.IsClustered
                ? name == "rows"
                    ? "groups"
                    : "groups with " + name
                : name;
            return kish < units ? new EffectiveCount(kish, of + " (effective, by their weights)") : new EffectiveCount(units, of);
        }
    }
}
