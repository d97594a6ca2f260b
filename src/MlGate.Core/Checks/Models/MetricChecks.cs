using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;
using MlGate.Predictions;
using MlGate.Statistics;

namespace MlGate.Checks.Models;

/// <summary>The decision over one model: every declared limit of every metric becomes one finding.</summary>
public static class MetricChecks
{
    private const int FewestReplicates = 2000;
    private const int MostReplicates = 10_000_000;

    // A tail of α needs about a hundred replicates beyond it.
    private const double ReplicatesPerTail = 100;

    // Replicates beyond the floor are worth their time only while the rows are few.
    private const double MostDraws = 1.5e9;

    // As many as the smallest p needs take longer, but not for ever: beyond, the tail is taken as normal.
    private const double LongestDraws = 6e9;

    /// <summary>Judges.</summary>
    /// <param name="evaluation">Gate, predictions and settings.</param>
    public static ModelJudgement Evaluate(ModelEvaluation evaluation)
    {
        var problems = new List<Finding>();
        if (
            (
                ScoreChecks.OfLabels(evaluation, evaluation.Predictions)
                ?? ScoreChecks.OfScores(evaluation, evaluation.Predictions, evaluation.Predictions.Candidate, "candidate")
            ) is
            { } broken
        )
        {
            return new ModelJudgement([broken, .. Limits(evaluation).Select(pair => NotMeasured(evaluation, pair.Gate, pair.Limit))], null);
        }

        var sides = new[]
        {
            Side(evaluation, evaluation.Predictions, "baseline", problems),
            Side(evaluation, evaluation.Anchor, "anchor", problems),
        };
        var replicates = Replicates(evaluation);
        Estimator?[] estimators =
        [
            .. sides.Select(
                (side, index) =>
                    side.Rows is null
                        ? null
                        : new Estimator(
                            side.Rows,
                            [
                                .. Limits(evaluation)
                                    .Where(pair => IsAnchored(pair.Limit) == (index == 1))
                                    .Select(pair => new EstimateRequest(MetricOf(evaluation, pair.Gate), pair.Limit.Value.Kind.Estimand)),
                            ],
                            new EstimatorOptions(
                                evaluation.Seed,
                                replicates,
                                evaluation.Strict,
                                evaluation.Threads,
                                evaluation.Alpha / Family(evaluation)
                            )
                        )
            ),
        ];
        var cases = Limits(evaluation)
            .Select(pair =>
            {
                var at = IsAnchored(pair.Limit) ? 1 : 0;
                var (measured, finding) = Measure(evaluation, pair.Gate, pair.Limit, sides[at], estimators[at]);
                return (
                    pair.Gate,
                    pair.Limit,
                    Measured: (Case: measured is null ? null : Permuted(measured, estimators[at]!, replicates), Finding: finding)
                );
            })
            .ToList();
        var adjusted = Adjusted([.. cases.Select(one => one.Measured.Case)]);
        var findings = cases.Select(one =>
            one.Measured.Finding
            ?? Decide(
                one.Measured.Case! with
                {
                    AdjustedP = adjusted.TryGetValue(one.Measured.Case!, out var p) ? p : null,
                    Family = one.Limit.Severity == Severity.Error ? Family(evaluation) : 1,
                }
            )
        );
        var drawn =
            estimators.Any(estimator => estimator?.Drawn > 0) || cases.Any(one => one.Measured.Case?.Permutation is { IsExact: false });
        return new ModelJudgement(
            [.. problems, .. findings, .. Reported(evaluation, sides[0])],
            drawn ? new ReportedRandomness(Resampling.Generator, evaluation.Seed, replicates) : null
        )
        {
            Rows = sides[0].Rows,
        };
    }

    private static IEnumerable<(MetricGate Gate, Declared<MetricLimit> Limit)> Limits(ModelEvaluation evaluation) =>
        evaluation.Model.Metrics.SelectMany(gate => gate.Limits.Select(limit => (gate, limit)));

    private static Metric MetricOf(ModelEvaluation evaluation, MetricGate gate) =>
        MetricCatalog.Find(gate.Metric, evaluation.Model.Task)
        ?? throw new ArgumentException($"The gate names the metric '{gate.Metric}', which this task does not have.", nameof(gate));

    private static bool IsAnchored(Declared<MetricLimit> limit) => limit.Value.Kind.ComparedWith == ComparedWith.Anchor;

    private static bool IsLossTest(LimitKind kind) => kind.OfMetrics!.Rule == LimitRule.Loss;

    // The declared losses that can fail the build: the family that Holm adjusts for.
    private static int Family(ModelEvaluation evaluation) =>
        Math.Max(1, Limits(evaluation).Count(pair => pair.Limit.Severity == Severity.Error && IsLossTest(pair.Limit.Value.Kind)));

    /// <summary>
    /// How many replicates are drawn: a hundred beyond the smallest level, less where there are many rows, but as many as that level needs
    /// for a p below it.
    /// </summary>
    internal static int Replicates(ModelEvaluation evaluation)
    {
        var (least, rows) = (Math.Ceiling(Family(evaluation) / evaluation.Alpha), Math.Max(1.0, evaluation.Predictions.Rows));
        var wanted = Math.Max(Math.Min(ReplicatesPerTail * least, MostDraws / rows), Math.Min(least, LongestDraws / rows));
        return (int)Math.Clamp(wanted, FewestReplicates, MostReplicates);
    }

    private static MetricLimitEvaluation Permuted(MetricLimitEvaluation evaluation, Estimator estimator, int draws) =>
        IsLossTest(evaluation.Limit.Kind) && evaluation.NeedsPermutation
            ? evaluation with
            {
                Permutation = estimator
                    .Permute(new EstimateRequest(evaluation.Metric, evaluation.Limit.Kind.Estimand), evaluation.Sign, draws)
                    .ForLevel(evaluation.Model.Alpha / Family(evaluation.Model)),
            }
            : evaluation;

    // Why there is nothing to compare with, if there is nothing: null rows, or rows without baseline.
    private static (PairedObservations? Rows, Outcome Missing, string Reason) Side(
        ModelEvaluation evaluation,
        PredictionSet? set,
        string who,
        List<Finding> problems
    )
    {
        if (set is null)
        {
            return (null, Outcome.NoBaseline, $"no {who} yet");
        }

        var broken = set.Baseline is null
            ? null
            : ScoreChecks.OfScores(evaluation, set, set.Baseline, who)
                ?? (
                    who == "anchor"
                        ? ScoreChecks.OfLabels(evaluation, set) ?? ScoreChecks.OfScores(evaluation, set, set.Candidate, "candidate")
                        : null
                );
        if (broken is not null)
        {
            problems.Add(broken);
        }

        var rows = PairedObservations.From(set, evaluation.Model.Threshold ?? ModelGate.DefaultThreshold, withBaseline: broken is null);
        return broken is not null ? (rows, Outcome.NotComparable, $"unusable scores of the {who}")
            : set.Baseline is null && set.Notes.Any(note => note.Code == Diagnostics.ModelsNotComparable.Code)
                ? (rows, Outcome.NotComparable, $"the {who} is not comparable")
            : set.Baseline is null && evaluation.BaselineUnknown && who == "baseline" ? (rows, Outcome.NotMeasured, "baseline not readable")
            : set.Baseline is null ? (rows, Outcome.NoBaseline, $"no {who} yet")
            : (rows, Outcome.Passed, "");
    }

    private static (MetricLimitEvaluation? Case, Finding? Finding) Measure(
        ModelEvaluation evaluation,
        MetricGate gate,
        Declared<MetricLimit> limit,
        (PairedObservations? Rows, Outcome Missing, string Reason) side,
        Estimator? estimator
    )
    {
        var (metric, kind, code) = (MetricOf(evaluation, gate), limit.Value.Kind, limit.Value.Kind.OfMetrics!.Code);
        var compares = kind.Estimand != Estimand.Value;
        if (compares && side.Missing is not Outcome.Passed)
        {
            var severity =
                side.Missing == Outcome.NoBaseline && evaluation.RequireBaseline && limit.Severity == Severity.Error
                    ? Severity.Error
                    : Severity.Info;
            return (
                null,
                MetricFinding.Without(
                    evaluation,
                    gate,
                    limit,
                    code,
                    side.Missing,
                    severity,
                    $"{gate.Metric} cannot be compared: {side.Reason}",
                    side.Missing == Outcome.NoBaseline
                        ? "No action needed on the first run: the next change is compared with this one"
                        : null
                )
            );
        }

        var (baseline, candidate) = (estimator!.Baseline(metric), estimator.Candidate(metric));
        var undefined = candidate.Undefined
            ?? (compares && baseline.Undefined is { } reason ? reason + " (baseline)" : null)
            ?? (
                kind.Estimand == Estimand.Ratio && (baseline.Value < 0 || candidate.Value < 0)
                    ? "a relative change needs values of at least 0"
                    : null
            );
        var estimate = undefined is null ? estimator.Estimate(new EstimateRequest(metric, kind.Estimand)) : null;
        if (estimate is null)
        {
            undefined ??= "undefined in too many resamples of the rows";
            return (
                null,
                MetricFinding.Without(
                    evaluation,
                    gate,
                    limit,
                    Diagnostics.MetricUndefined,
                    Outcome.NotMeasured,
                    limit.Severity,
                    $"{gate.Metric} is not defined: {undefined}",
                    "Add enough rows of every class to the test set, or use another metric"
                )
            );
        }

        var measured = new MetricLimitEvaluation
        {
            Model = evaluation,
            Gate = gate,
            Declared = limit,
            Metric = metric,
            Estimate = estimate,
            Candidate = candidate.Value,
            Baseline = baseline.IsDefined ? baseline.Value : null,
            Rows = side.Rows!.Candidate.Rows,
            Denominator = metric.DenominatorOf(side.Rows.Candidate),
            Effective = estimator.Effective(new EstimateRequest(metric, kind.Estimand)),
        };
        return (measured, null);
    }

    // Failing is a union: Holm over all declared losses that can fail the build. What only warns keeps its own p.
    private static Dictionary<MetricLimitEvaluation, double> Adjusted(IReadOnlyList<MetricLimitEvaluation?> cases)
    {
        var tested = cases.OfType<MetricLimitEvaluation>().Where(one => IsLossTest(one.Limit.Kind)).ToList();
        var family = tested.Where(one => one.Declared.Severity == Severity.Error).ToList();
        var adjusted = Holm.Adjust([.. family.Select(one => one.P)]);
        var result = new Dictionary<MetricLimitEvaluation, double>(ReferenceEqualityComparer.Instance);
        foreach (var one in tested)
        {
            var index = family.IndexOf(one);
            result.Add(one, index < 0 ? one.P : adjusted[index]);
        }

        return result;
    }

    private static Finding Decide(MetricLimitEvaluation evaluation) =>
        evaluation.Rule switch
        {
            LimitRule.Level => MetricMustKeepLimit.Evaluate(evaluation),
            LimitRule.RequiredGain => MetricMustGain.Evaluate(evaluation),
            LimitRule.PlausibleGain => MetricTooGood.Evaluate(evaluation),
            _ => MetricMustNotDrop.Evaluate(evaluation),
        };

    private static Finding NotMeasured(ModelEvaluation evaluation, MetricGate gate, Declared<MetricLimit> limit) =>
        MetricFinding.Without(
            evaluation,
            gate,
            limit,
            limit.Value.Kind.OfMetrics!.Code,
            Outcome.NotMeasured,
            Severity.Info,
            $"{gate.Metric} not measured: unusable labels or scores",
            null
        );

    private static IEnumerable<Finding> Reported(
        ModelEvaluation evaluation,
        (PairedObservations? Rows, Outcome Missing, string Reason) side
    ) =>
        evaluation
            .Model.Metrics.Where(gate => gate.Limits.Count == 0)
            .Select(gate => MetricReported.Create(evaluation, gate, MetricOf(evaluation, gate), side.Rows!));
}
