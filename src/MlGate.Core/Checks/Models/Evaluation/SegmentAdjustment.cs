using MlGate.Estimation;
using MlGate.Statistics;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>
/// Adjusts the losses of all segments together by max-T. Their intervals become simultaneous: the interval that is shown is the one that
/// decides.
/// </summary>
internal static class SegmentAdjustment
{
    /// <summary>Gives the answers of segments their adjusted p, and the level of their bounds.</summary>
    public static void Apply(
        ModelEvaluation evaluation,
        IReadOnlyList<EstimateNeed> needs,
        Dictionary<EstimateNeed, EstimateAnswer> answers
    )
    {
        var tested = Estimates.Tested(needs.Where(need => need.IsOfSegment), answers).ToList();
        foreach (var (need, p) in tested)
        {
            answers[need] = answers[need] with { AdjustedP = p };
        }

        // Warnings, too: many segments must not raise false ones.
        if (tested.Count < 2)
        {
            return;
        }

        var correlations = Correlations([.. tested.Select(test => Influence(test.Need, answers[test.Need].Rows))], evaluation.Threads);
        var largest = LargestNormal.Simulate(correlations, evaluation.Alpha, Seeds.Largest, evaluation.Threads);
        var alpha = largest.LevelOfEach(evaluation.Alpha);
        foreach (var (need, p) in tested)
        {
            answers[need] = answers[need] with
            {
                Alpha = alpha,
                AdjustedP = Math.Max(p, largest.P(-Gaussian.Quantile(p))),
                Family = tested.Count,
            };
        }
    }

    // The normed influence of each drawn unit on the loss; null where a metric has none: it counts as independent of all others.
    private static UnitInfluences? Influence(EstimateNeed need, PairedObservations rows) =>
        PairedInfluence.OverRows(need.Request, rows) is { } influences
            ? UnitInfluences.From(rows.Streams, influences, need.Loss!.Sign)
            : null;

    private static double[,] Correlations(IReadOnlyList<UnitInfluences?> influences, int threads)
    {
        var correlations = new double[influences.Count, influences.Count];
        Parallel.For(0, influences.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, one =>
        {
            correlations[one, one] = 1;
            for (var other = 0; other < one; other++)
            {
                var product = influences[one] is { } first && influences[other] is { } second ? first.CorrelationWith(second) : 0;
                correlations[one, other] = correlations[other, one] = product;
            }
        });
        return correlations;
    }
}
