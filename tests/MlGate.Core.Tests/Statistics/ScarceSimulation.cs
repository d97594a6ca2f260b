using MlGate.Checks.Models;
using MlGate.Core.Tests.Checks.Models;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;
using MlGate.Predictions;

namespace MlGate.Core.Tests.Statistics;

/// <summary>What the whole decision makes of test sets with little information: equal models, and a loss of exactly the margin.</summary>
internal static class ScarceSimulation
{
    private const double Alpha = 0.05;
    private const int TruthRows = 400_000;

    // Coverage and power need fewer runs than error rates.
    private const int Fewer = 8;

    /// <summary>A way to draw test sets, and the metrics that it is hard for.</summary>
    /// <param name="Name">What is scarce.</param>
    /// <param name="Damage">How much worse the candidate is where it is.</param>
    /// <param name="Draw">Draws a test set from a factor of its size, a seed and a damage.</param>
    /// <param name="Metrics">Keys of metrics.</param>
    public sealed record Setting(string Name, double Damage, Func<int, int, double, PredictionSet> Draw, params string[] Metrics);

    /// <summary>Shares of the outcomes of a setting.</summary>
    /// <param name="Failed">Equal models that fail under a margin of 0.</param>
    /// <param name="PassedAtMargin">Models that lose exactly the margin and pass.</param>
    /// <param name="Covered">Two-sided intervals of level 1 − 2α that cover the change of equal models.</param>
    /// <param name="Inconclusive">Equal models that are inconclusive under a margin of the loss of the other runs.</param>
    /// <param name="Found">Models that lose twice the margin and fail.</param>
    public sealed record Rates(double Failed, double PassedAtMargin, double Covered, double Inconclusive, double Found);

    /// <summary>All settings.</summary>
    public static IReadOnlyList<Setting> Settings { get; } =
    [
        new(
            "nearly equal models, 200 rows",
            0.06,
            (times, seed, damage) => ScarceData.NearlyEqual(200 * times, seed, damage),
            "precision",
            "f1",
            "mcc",
            "balanced-accuracy"
        ),
        new(
            "nearly equal models, 1,000 rows",
            0.06,
            (times, seed, damage) => ScarceData.NearlyEqual(1000 * times, seed, damage),
            "precision",
            "f1",
            "mcc",
            "balanced-accuracy"
        ),
        new(
            "10 positives in 500 rows",
            0.3,
            (times, seed, damage) => ScarceData.RarePositives(500 * times, seed, damage, 0.02),
            "auc",
            "pr-auc",
            "log-loss",
            "brier"
        ),
        new(
            "40 positives in 1,000 rows",
            0.2,
            (times, seed, damage) => ScarceData.RarePositives(1000 * times, seed, damage, 0.04),
            "auc",
            "pr-auc",
            "log-loss",
            "f1"
        ),
        new(
            "a class of 10 in 500 rows",
            0.2,
            (times, seed, damage) => ScarceData.RareClass(500 * times, seed, damage, 0.02),
            "macro-f1",
            "macro-recall",
            "macro-auc",
            "log-loss"
        ),
        new(
            "a class of 50 in 1,000 rows",
            0.1,
            (times, seed, damage) => ScarceData.RareClass(1000 * times, seed, damage, 0.05),
            "macro-f1",
            "macro-recall",
            "macro-auc",
            "mcc"
        ),
        new("3 groups of 40 rows", 0.3, (times, seed, damage) => ScarceData.Groups(3 * times, 40, seed, damage), "rmse", "mae", "r2"),
        new("5 groups of 40 rows", 0.3, (times, seed, damage) => ScarceData.Groups(5 * times, 40, seed, damage), "rmse", "mae", "r2"),
        new("10 groups of 40 rows", 0.3, (times, seed, damage) => ScarceData.Groups(10 * times, 40, seed, damage), "rmse", "mae", "r2"),
        new(
            "40 groups of 20 rows",
            0.2,
            (times, seed, damage) => ScarceData.Groups(40 * times, 20, seed, damage),
            "rmse",
            "mae",
            "r2",
            "spearman"
        ),
        new(
            "uneven weights, 200 rows",
            0.2,
            (times, seed, damage) => ScarceData.Weighted(200 * times, seed, damage, 1.2),
            "accuracy",
            "log-loss",
            "auc",
            "f1"
        ),
        new(
            "mildly uneven weights, 200 rows",
            0.2,
            (times, seed, damage) => ScarceData.Weighted(200 * times, seed, damage, 0.7),
            "accuracy",
            "log-loss",
            "auc",
            "f1"
        ),
        new(
            "errors of t with 3 degrees, 200 rows",
            0.2,
            (times, seed, damage) => ScarceData.HeavyTails(200 * times, seed, damage, 3),
            "rmse",
            "mse",
            "r2",
            "mae",
            "spearman"
        ),
        new(
            "errors of t with 3 degrees, 2,000 rows",
            0.1,
            (times, seed, damage) => ScarceData.HeavyTails(2000 * times, seed, damage, 3),
            "rmse",
            "mse",
            "r2",
            "mae"
        ),
        new(
            "errors of t with 5 degrees, 500 rows",
            0.1,
            (times, seed, damage) => ScarceData.HeavyTails(500 * times, seed, damage, 5),
            "rmse",
            "mse",
            "r2",
            "mae"
        ),
        new(
            "30 rows",
            0.5,
            (times, seed, damage) => ScarceData.Numbers(30 * times, seed, damage),
            "rmse",
            "mse",
            "mae",
            "r2",
            "median-absolute-error",
            "spearman"
        ),
        new(
            "50 rows",
            0.4,
            (times, seed, damage) => ScarceData.Numbers(50 * times, seed, damage),
            "rmse",
            "mse",
            "mae",
            "r2",
            "median-absolute-error",
            "spearman"
        ),
        new(
            "50 rows of two classes",
            0.3,
            (times, seed, damage) => ScarceData.Binary(50 * times, seed, 0.5, 0.5, damage),
            "log-loss",
            "brier",
            "f1",
            "auc"
        ),
        new(
            "200 rows",
            0.2,
            (times, seed, damage) => ScarceData.Numbers(200 * times, seed, damage),
            "rmse",
            "mse",
            "mae",
            "r2",
            "median-absolute-error",
            "spearman"
        ),
        new(
            "300 rows of two classes",
            0.2,
            (times, seed, damage) => ScarceData.Binary(300 * times, seed, 0.4, 0.5, damage),
            "log-loss",
            "brier",
            "f1",
            "pr-auc"
        ),
        new(
            "2,000 rows of two classes",
            0.1,
            (times, seed, damage) => ScarceData.Binary(2000 * times, seed, 0.27, 0.5, damage),
            "log-loss",
            "brier",
            "f1",
            "pr-auc"
        ),
    ];

    /// <summary>Simulates a setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="metric">One of its metrics.</param>
    /// <param name="runs">How many test sets.</param>
    /// <param name="alpha">One-sided error level; with the default a run draws 2,000 replicates.</param>
    /// <param name="truthRows">Rows of the one large sample that the true loss is taken from.</param>
    public static Rates Run(Setting setting, string metric, int runs, double alpha = Alpha, int truthRows = TruthRows)
    {
        var loss = Loss(setting, metric, setting.Damage, truthRows);
        var (failed, passed, covered, inconclusive, found) = (0, 0, 0, 0, 0);
        Parallel.For(1, runs + 1, run =>
        {
            // A failure needs an estimate beyond the margin, a pass one within it: the other half is known without replicates.
            var (equal, worse) = (setting.Draw(1, run, 0), setting.Draw(1, -run, setting.Damage));
            Count(ref failed, MeasuredLoss(equal, metric) > 0 && Evaluate(equal, metric, 0, alpha).Outcome == Outcome.Failed);
            Count(ref passed, MeasuredLoss(worse, metric) < loss && Evaluate(worse, metric, loss, alpha).Outcome == Outcome.Passed);
            if (run % Fewer == 0)
            {
                var finding = Evaluate(equal, metric, loss, alpha);
                Count(ref covered, finding.Evidence?.Interval is null or { Lower: <= 0, Upper: >= 0 });
                Count(ref inconclusive, finding.Outcome == Outcome.Inconclusive);
                Count(ref found, Evaluate(worse, metric, loss / 2, alpha).Outcome == Outcome.Failed);
            }
        });
        return new Rates(
            (double)failed / runs,
            (double)passed / runs,
            (double)covered / (runs / Fewer),
            (double)inconclusive / (runs / Fewer),
            (double)found / (runs / Fewer)
        );
    }

    private static void Count(ref int count, bool counts)
    {
        if (counts)
        {
            Interlocked.Increment(ref count);
        }
    }

    // The true loss, from one large sample.
    private static double Loss(Setting setting, string metric, double damage, int truthRows) =>
        MeasuredLoss(setting.Draw(Math.Max(1, truthRows / setting.Draw(1, 1, 0).Rows), 12345, damage), metric);

    // How much worse the candidate measures.
    private static double MeasuredLoss(PredictionSet set, string key)
    {
        var metric = MetricCatalog.Find(key, Evaluations.Of(set).Model.Task)!;
        var rows = PairedObservations.From(set, 0.5);
        var rise = metric.Measure(rows.Candidate).Value - metric.Measure(rows.Baseline!).Value;
        return metric.Orientation == Orientation.LowerIsBetter ? rise : -rise;
    }

    private static Finding Evaluate(PredictionSet set, string key, double margin, double alpha)
    {
        var of = Evaluations.Of(set);
        var isLower = MetricCatalog.Find(key, of.Model.Task)!.Orientation == Orientation.LowerIsBetter;
        return ModelChecks
            .Evaluate(
                Evaluations.Of(set, Evaluations.Metric(key, (isLower ? LimitKinds.MaxRise : LimitKinds.MaxDrop, margin))) with
                {
                    Alpha = alpha,
                    Threads = 1,
                }
            )
            .Findings[0];
    }
}
