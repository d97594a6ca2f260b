using MlGate.Checks.Models.Evaluation;
using MlGate.Checks.Models.Limits;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Gates;
using MlGate.Metrics;
using MlGate.Metrics.Classification;
using MlGate.Metrics.Regression;
using MlGate.Predictions;
using MlGate.Statistics;

namespace MlGate.Core.Tests.Statistics;

/// <summary>Draws test sets from known truths and counts what is decided. The benchmarks run the same code for longer.</summary>
internal static class DecisionSimulation
{
    private const double Alpha = 0.05;
    private static readonly FilePlace Place = new("mlgate.yml", 1, 1);

    /// <summary>Shares of the outcomes.</summary>
    public sealed record Rates(double Passed, double Failed, double Inconclusive);

    /// <summary>Three standard errors of a simulated share.</summary>
    public static double Noise(double share, int runs) => 3 * Math.Sqrt(share * (1 - share) / runs);

    /// <summary>How often a two-sided 95 % interval of Tango covers a true change.</summary>
    public static double TangoCoverage(int n, double discordance, int runs, double change = 0)
    {
        var random = new Random(n);
        return Share(runs, _ => Covers(Tango.Interval(Pairs(random, n, discordance, change), 0.025), change));
    }

    /// <summary>
    /// Outcomes of <c>recall: { max-drop: margin }</c> when the truth changes by <paramref name="change"/>; the p is multiplied as Holm
    /// does for the smallest of a family.
    /// </summary>
    public static Rates Recall(int positives, double discordance, double change, double margin, int runs, int family = 1)
    {
        var random = new Random(positives + runs);
        return Judged(runs, new Recall(), LimitKinds.MaxDrop, margin, family, positives, _ => new PairedShareEstimate(
            Pairs(random, positives, discordance, change),
            strict: false
        ));
    }

    /// <summary>Outcomes of <c>auc: { max-drop: margin }</c>, and how often its 95 % interval covers the true change.</summary>
    public static (Rates Rates, double Coverage) Auc(int rows, double candidateNoise, double change, double margin, int runs)
    {
        var (covered, asked) = (0, new EstimateRequest(new RocAuc(), Estimand.Difference));
        var rates = Judged(runs, asked.Metric, LimitKinds.MaxDrop, margin, 1, rows, run =>
        {
            var set = PairedObservations.From(Simulated.Binary(rows, run + 1, candidateNoise: candidateNoise), 0.5);
            var estimate = new Estimator(set, [asked], new EstimatorOptions(1, 1000)).Estimate(asked)!;
            covered += Covers(estimate.At(0.025), change) ? 1 : 0;
            return estimate;
        });
        return (rates, (double)covered / runs);
    }

    /// <summary>
    /// Outcomes of <c>mse: { max-rise: margin }</c> by the bootstrap, and its 95 % coverage; the truth is exact: errors are normal, the
    /// candidate's with another variance.
    /// </summary>
    public static (Rates Rates, double Coverage) SquaredError(int rows, double change, double margin, int runs, int replicates)
    {
        var covered = 0;
        var metric = new MeanSquaredError();
        var rates = Judged(runs, metric, LimitKinds.MaxRise, margin, 1, rows, run =>
        {
            var set = PairedObservations.From(NormalErrors(rows, run + 1, change), 0.5);
            var estimate = new Estimator(
                set,
                [new EstimateRequest(metric, Estimand.Difference)],
                new EstimatorOptions(1, replicates, Threads: 1)
            ).Estimate(new EstimateRequest(metric, Estimand.Difference))!;
            covered += Covers(estimate.At(0.025), change) ? 1 : 0;
            return estimate;
        });
        return (rates, (double)covered / runs);
    }

    /// <summary>
    /// Outcomes of <c>calibration-error: { max-rise: margin }</c> over the 15 bins: the baseline is calibrated, the candidate's scores are
    /// too high by <paramref name="shift"/>.
    /// </summary>
    public static Rates Calibration(int rows, double shift, double margin, int runs)
    {
        var asked = new EstimateRequest(new CalibrationError(), Estimand.Difference);
        return Judged(runs, asked.Metric, LimitKinds.MaxRise, margin, 1, rows, run =>
        {
            var set = PairedObservations.From(Shifted(rows, run + 1, shift), 0.5);
            return new Estimator(set, [asked], new EstimatorOptions(1, 1000)).Estimate(asked)!;
        });
    }

    /// <summary>The outcome of <c>max-rise: margin</c> for an estimate that lies above all of its replicates.</summary>
    public static Rates AboveItsReplicates(double rise, double margin)
    {
        double[] replicates = [.. Enumerable.Range(0, 1000).Select(index => (rise / 2) + (index * 1e-6))];
        return Judged(1, new CalibrationError(), LimitKinds.MaxRise, margin, 1, 1000, _ => new BootstrapEstimate(
            rise,
            new Bca(rise, replicates, double.NaN),
            isClustered: false
        ));
    }

    /// <summary>How often at least one of many true hypotheses is rejected.</summary>
    public static double FamilyError(int tests, int runs)
    {
        var random = new Random(tests);
        return Share(runs, _ => Holm.Adjust([.. Enumerable.Range(0, tests).Select(_ => random.NextDouble())]).Min() <= Alpha);
    }

    /// <summary>Mean share of false discoveries, and of the planted ones that are found.</summary>
    public static (double False, double Found) Discoveries(int tests, int planted, double shift, double q, int runs)
    {
        var random = new Random(tests);
        var (wrong, found) = (0.0, 0.0);
        for (var run = 0; run < runs; run++)
        {
            var adjusted = BenjaminiHochberg.Adjust([
                .. Enumerable.Range(0, tests).Select(test => Gaussian.Cdf(-(Simulated.Normal(random) + (test < planted ? shift : 0)))),
            ]);
            var (hits, all) = (adjusted.Take(planted).Count(p => p <= q), adjusted.Count(p => p <= q));
            wrong += all == 0 ? 0 : (double)(all - hits) / all;
            found += (double)hits / planted;
        }

        return (wrong / runs, found / runs);
    }

    private static Rates Judged(int runs, Metric metric, LimitKind kind, double margin, int family, int rows, Func<int, Estimate> draw)
    {
        var evaluation = new ModelEvaluation
        {
            Model = null!,
            Predictions = null!,
            Alpha = Alpha,
        };
        var (passed, failed) = (0, 0);
        for (var run = 0; run < runs; run++)
        {
            var estimate = draw(run);
            var p = kind == LimitKinds.MaxDrop ? estimate.PNoDrop : estimate.PNoRise;
            var outcome = MetricMustNotDrop.OutcomeOf(
                new MetricLimitEvaluation
                {
                    Model = evaluation,
                    Gate = new MetricGate
                    {
                        Metric = metric.Key,
                        Id = metric.Key,
                        Place = Place,
                    },
                    Declared = new Declared<MetricLimit>(new MetricLimit(kind, margin), metric.Key, Place),
                    Metric = metric,
                    Alpha = Alpha,
                    Code = MlGate.Findings.Diagnostics.MetricMustNotDrop,
                    Estimate = estimate,
                    Candidate = 0,
                    Rows = rows,
                    Denominator = new Denominator("rows", rows),
                    Effective = new EffectiveCount(rows, "rows"),
                    AdjustedP = Math.Min(1, family * p),
                }
            );
            (passed, failed) = (passed + (outcome == Outcome.Passed ? 1 : 0), failed + (outcome == Outcome.Failed ? 1 : 0));
        }

        return new Rates((double)passed / runs, (double)failed / runs, (double)(runs - passed - failed) / runs);
    }

    private static PairedTable Pairs(Random random, int n, double discordance, double change)
    {
        var (gained, lost) = (0, 0);
        var gain = (discordance + change) / 2;
        for (var row = 0; row < n; row++)
        {
            var draw = random.NextDouble();
            (gained, lost) =
                draw < gain ? (gained + 1, lost)
                : draw < discordance ? (gained, lost + 1)
                : (gained, lost);
        }

        return new PairedTable((n - gained - lost + 1) / 2, gained, lost, (n - gained - lost) / 2);
    }

    private static PredictionSet Shifted(int rows, int seed, double shift)
    {
        var random = new Random(seed);
        var (labels, old, now, keys) = (new double[rows], new double[rows], new double[rows], new UInt128[rows]);
        for (var row = 0; row < rows; row++)
        {
            old[row] = 0.1 + (0.8 * random.NextDouble());
            labels[row] = random.NextDouble() < old[row] ? 1 : 0;
            now[row] = old[row] + shift;
            keys[row] = new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64());
        }

        return new PredictionSet
        {
            Keys = keys,
            Classes = ["No", "Yes"],
            Labels = labels,
            Candidate = new Scores(now, 1),
            Baseline = new Scores(old, 1),
        };
    }

    private static PredictionSet NormalErrors(int rows, int seed, double change)
    {
        var random = new Random(seed);
        var (old, now, keys) = (new double[rows], new double[rows], new UInt128[rows]);
        var own = Math.Sqrt(0.5);
        for (var row = 0; row < rows; row++)
        {
            // Variance 1 for the baseline, 1 + change for the candidate; half of it is shared.
            var shared = own * Simulated.Normal(random);
            old[row] = shared + (own * Simulated.Normal(random));
            now[row] = shared + (Math.Sqrt(0.5 + change) * Simulated.Normal(random));
            keys[row] = new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64());
        }

        return new PredictionSet
        {
            Keys = keys,
            Classes = [],
            Labels = new double[rows],
            Candidate = new Scores(now, 1),
            Baseline = new Scores(old, 1),
        };
    }

    private static bool Covers(Bounds bounds, double value) => bounds.Lower <= value && value <= bounds.Upper;

    private static double Share(int runs, Func<int, bool> happens) => Enumerable.Range(0, runs).Count(happens) / (double)runs;
}
