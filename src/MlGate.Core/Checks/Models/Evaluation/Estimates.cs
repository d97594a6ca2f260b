using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Statistics;

namespace MlGate.Checks.Models.Evaluation;

/// <summary>
/// The answers to the needs of all checks: one pass of resampling for each selection of rows, one family of tests over all.
/// </summary>
internal sealed class Estimates
{
    private const int FewestReplicates = 2000;
    private const int MostReplicates = 10_000_000;

    // A tail of α needs about a hundred replicates beyond it.
    private const double ReplicatesPerTail = 100;

    // Replicates beyond the floor are worth their time only while the rows are few.
    private const double MostDraws = 1.5e9;

    // As many as the smallest p needs take longer, but not for ever: beyond, the tail is taken as normal.
    private const double LongestDraws = 6e9;

    private readonly Dictionary<EstimateNeed, EstimateAnswer> answers;

    private Estimates(Dictionary<EstimateNeed, EstimateAnswer> answers, ReportedRandomness? randomness)
    {
        (this.answers, Randomness) = (answers, randomness);
    }

    /// <summary>How random numbers were drawn; null if none were.</summary>
    public ReportedRandomness? Randomness { get; }

    /// <summary>The answer to a need; null where there are no rows, or nothing to compare with.</summary>
    public EstimateAnswer? For(EstimateNeed need) => answers.GetValueOrDefault(need);

    /// <summary>
    /// How many replicates are drawn: a hundred beyond the smallest level, less where there are many rows, but as many as that level needs
    /// for a p below it.
    /// </summary>
    public static int Replicates(ModelEvaluation evaluation, IReadOnlyList<EstimateNeed> needs)
    {
        var (least, rows) = (Math.Ceiling(Family(needs) / evaluation.Alpha), Math.Max(1.0, evaluation.Predictions.Rows));
        var wanted = Math.Max(Math.Min(ReplicatesPerTail * least, MostDraws / rows), Math.Min(least, LongestDraws / rows));
        return (int)Math.Clamp(wanted, FewestReplicates, MostReplicates);
    }

    /// <summary>Estimates.</summary>
    public static Estimates Compute(EvaluationSet set, IReadOnlyList<EstimateNeed> needs)
    {
        var (evaluation, replicates, family) = (set.Evaluation, Replicates(set.Evaluation, needs), Family(needs));
        var options = new EstimatorOptions(
            evaluation.Seed,
            replicates,
            evaluation.Strict,
            evaluation.Threads,
            SmallestLevel: evaluation.Alpha / family
        );
        var (answers, drawn) = (new Dictionary<EstimateNeed, EstimateAnswer>(), false);
        foreach (var group in needs.GroupBy(need => need.Rows))
        {
            if (set.Rows(group.Key) is { } rows)
            {
                var estimator = new Estimator(rows, [.. group.Select(need => need.Request)], options);
                drawn |= estimator.Drawn > 0;
                foreach (var need in group.Distinct().Where(need => !need.IsOfChange || set.With(need.Rows.With).IsPossible))
                {
                    answers.Add(need, Answer(need, rows, estimator, replicates, options.SmallestLevel) with { Alpha = evaluation.Alpha });
                }
            }
        }

        drawn |= answers.Values.Any(answer => answer.Permutation is { IsExact: false });
        Adjust(needs, answers, Math.Max(1, Family(needs, ofSegments: false)));
        SegmentAdjustment.Apply(evaluation, needs, answers);
        return new Estimates(answers, drawn ? new ReportedRandomness(Resampling.Generator, evaluation.Seed, replicates) : null);
    }

    // The losses that are adjusted together, those that cannot be compared included: over all rows those that can fail the build, over
    // segments all.
    private static int Family(IReadOnlyList<EstimateNeed> needs, bool ofSegments) =>
        needs.Count(need => need.Loss is { } loss && need.IsOfSegment == ofSegments && (ofSegments || loss.IsInFamily));

    // The larger one of both families: its smallest level decides how many replicates there must be.
    private static int Family(IReadOnlyList<EstimateNeed> needs) =>
        Math.Max(1, Math.Max(Family(needs, ofSegments: false), Family(needs, ofSegments: true)));

    private static EstimateAnswer Answer(EstimateNeed need, PairedObservations rows, Estimator estimator, int draws, double level)
    {
        var (metric, loss) = (need.Request.Metric, need.Loss);
        var answer = new EstimateAnswer(rows, estimator.Candidate(metric), estimator.Baseline(metric)) { Alpha = level };
        var undefined = Undefined(need, answer);
        if (undefined is not null || estimator.Estimate(need.Request) is not { } estimate)
        {
            return answer with { Undefined = undefined ?? "undefined in too many resamples of the rows" };
        }

        var effective = estimator.Effective(need.Request);
        return answer with
        {
            Estimate = estimate,
            Effective = effective,
            Permutation =
                loss is not null && loss.NeedsPermutation(estimate, effective)
                    ? estimator.Permute(need.Request, loss.Sign, draws).ForLevel(level)
                    : null,
        };
    }

    private static string? Undefined(EstimateNeed need, EstimateAnswer answer) =>
        answer.Candidate.Undefined
        ?? (need.IsOfChange && answer.Baseline.Undefined is { } reason ? reason + " (baseline)" : null)
        ?? (
            need.Request.Estimand == Estimand.Ratio && (answer.Baseline.Value < 0 || answer.Candidate.Value < 0)
                ? "a relative change needs values of at least 0"
                : null
        );

    // Failing is a union: Holm over all losses of all rows that can fail the build. What only warns keeps its own p.
    private static void Adjust(IReadOnlyList<EstimateNeed> needs, Dictionary<EstimateNeed, EstimateAnswer> answers, int family)
    {
        var tested = Tested(needs.Where(need => !need.IsOfSegment), answers).ToList();
        var inFamily = tested.Where(test => test.Need.Loss!.IsInFamily).ToList();
        var adjusted = Holm.Adjust([.. inFamily.Select(test => test.P)]);
        foreach (var (need, p) in tested)
        {
            answers[need] = answers[need] with { AdjustedP = p };
        }

        foreach (var (index, (need, _)) in inFamily.Index())
        {
            answers[need] = answers[need] with { AdjustedP = adjusted[index], Family = family };
        }
    }

    /// <summary>The needs of which "no loss" is tested, each with its raw p.</summary>
    public static IEnumerable<(EstimateNeed Need, double P)> Tested(
        IEnumerable<EstimateNeed> needs,
        IReadOnlyDictionary<EstimateNeed, EstimateAnswer> answers
    ) =>
        needs
            .Distinct()
            .SelectMany(need =>
                answers.GetValueOrDefault(need)?.P(need.Loss) is { } p ? [(need, p)] : Array.Empty<(EstimateNeed, double)>()
            );
}
