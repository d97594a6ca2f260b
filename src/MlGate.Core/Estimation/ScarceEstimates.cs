using MlGate.Findings;
using MlGate.Metrics;

namespace MlGate.Estimation;

/// <summary>
/// Estimates where information is scarce: few discordant rows, few rows of a class, few groups, uneven weights, heavy tails.
/// </summary>
internal sealed class ScarceEstimates(PairedObservations rows, EstimatorOptions options)
{
    // Of a normal distribution it is 3.
    private const double HeavyTail = 10;

    // Up to this many rows heavy tails are studentised; beyond, only where few rows carry the change.
    private const int FewRows = 20_000;

    // Replicates of bootstrap-t are worth their time only while the rows are few.
    private const double MostDraws = 4e8;
    private const int FewestReplicates = 999;

    /// <summary>The estimate; null where the usual methods hold, or where a metric has no influence function.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="effective">What the estimate rests on.</param>
    /// <param name="value">The answer.</param>
    public Estimate? TryEstimate(EstimateRequest asked, EffectiveCount effective, double value)
    {
        if (
            effective.Name == EffectiveCount.DiscordantRows
            && effective.IsTooFew
            && rows.IsSimple
            && !EffectiveCount.OfClasses(asked, rows).IsTooFew
        )
        {
            return Discordance(asked, value);
        }

        if (
            (effective.Count >= EffectiveCount.Scarce && !asked.Metric.MayHaveHeavyTails)
            || PairedInfluence.For(asked, rows) is not { } influence
        )
        {
            return null;
        }

        var (minimum, maximum) = asked.Range;
        if (effective.IsTooFew)
        {
            return influence.OfData() is { Deviation: > 0 and < double.PositiveInfinity } data
                ? new StudentEstimate(value, data.Deviation, effective.Count, minimum, maximum)
                : null;
        }

        var (shape, units) = (influence.Shape(), influence.Units);
        var isHeavy = shape.Kurtosis > HeavyTail && (units.Rows <= FewRows || shape.CarriedBy < EffectiveCount.Scarce);
        if (effective.Count >= EffectiveCount.Scarce && !isHeavy)
        {
            return null;
        }

        var replicates = Math.Min(options.Replicates, (int)Math.Max(FewestReplicates, MostDraws / units.Rows));
        var studentised = StudentisedBootstrap.Run(influence, options.Seed, replicates, options.Threads);
        return studentised.IsUsable
            ? new StudentisedEstimate(
                value,
                studentised,
                rows.IsClustered,
                options.SmallestP,
                minimum,
                maximum,
                (long)shape.CarriedBy,
                isHeavy ? TrimmedMean.Describe(asked, rows, shape.Kurtosis) : null
            )
            : null;
    }

    // The effects of a row are those at the totals between the two models': there the linear function is exact but for terms of third
    // order.
    private DiscordanceEstimate? Discordance(EstimateRequest asked, double value)
    {
        var (metric, isRatio) = ((ICountingMetric)asked.Metric, asked.Estimand == Estimand.Ratio);
        var (candidate, baseline) = (rows.Candidate, rows.Baseline!);
        var totals = new ConfusionTotals(candidate.Classes);
        var counts = new Dictionary<(int Label, int Old, int Now), long>();
        for (var row = 0; row < candidate.Rows; row++)
        {
            var (label, old, now) = (candidate.Label(row), baseline.Predicted[row], candidate.Predicted[row]);
            totals.Add(label, old, 0.5);
            totals.Add(label, now, 0.5);
            if (old != now)
            {
                counts[(label, old, now)] = counts.GetValueOrDefault((label, old, now)) + 1;
            }
        }

        (int Label, int Predicted)[] cells =
        [
            .. Enumerable
                .Range(0, candidate.Classes)
                .Where(of => totals.Actual[of] > 0)
                .SelectMany(label => Enumerable.Range(0, candidate.Classes).Select(predicted => (label, predicted))),
        ];
        var scale = isRatio ? metric.Evaluate(totals).Value : 1;
        var slopes = ConfusionInfluence
            .Slopes(metric, totals, cells)
            .Zip(cells)
            .ToDictionary(pair => pair.Second, pair => pair.First / scale);
        double Effect((int Label, int Old, int Now) kind) => slopes[(kind.Label, kind.Now)] - slopes[(kind.Label, kind.Old)];

        // Of the kinds that were not seen, the worst and the best stand for all.
        var unseen = cells
            .SelectMany(cell => Enumerable.Range(0, candidate.Classes).Select(now => (cell.Label, Old: cell.Predicted, Now: now)))
            .Where(kind => kind.Old != kind.Now && !counts.ContainsKey(kind))
            .Select(Effect)
            .DefaultIfEmpty(0)
            .ToList();
        List<(long Count, double Effect)> kinds =
        [
            .. counts.OrderBy(pair => pair.Key).Select(pair => (pair.Value, Effect(pair.Key))),
            (0, Math.Min(0, unseen.Min())),
            (0, Math.Max(0, unseen.Max())),
        ];
        var range = isRatio ? double.PositiveInfinity : asked.Metric.Maximum - asked.Metric.Minimum;
        return kinds.Any(kind => !double.IsFinite(kind.Effect)) || kinds.All(kind => kind.Effect == 0)
            ? null
            : new DiscordanceEstimate(value, kinds, candidate.Rows, -range, range);
    }
}
