using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;
using MlGate.Predictions;
using MlGate.Statistics;

namespace MlGate.Checks.Models.Limits;

/// <summary>A margin that a test set can decide.</summary>
/// <param name="Metric">The metric's key.</param>
/// <param name="Kind"><see cref="LimitKinds.MaxDrop"/> where more is better, else <see cref="LimitKinds.MaxRise"/>.</param>
/// <param name="Margin">The margin: the effect, rounded up by at most a third, to 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of
/// ten, in the metric's unit.</param>
/// <param name="MinimumDetectableEffect">Smallest loss that is found with power 0.8.</param>
/// <param name="Value">The metric's value on this test set.</param>
/// <param name="IsAssumed">True if there was no second model: then the two models' estimates are taken to correlate by 0.8.</param>
public sealed record MarginProposal(
    string Metric,
    LimitKind Kind,
    double Margin,
    double MinimumDetectableEffect,
    double Value,
    bool IsAssumed
)
{
    /// <summary>The correlation of two models' estimates on the same rows, where only one model is at hand.</summary>
    public const double AssumedCorrelation = 0.8;

    private const int Replicates = 500;

    private static readonly double[] Ladder = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

    /// <summary>Proposes margins from the minimum detectable effect of a test set.</summary>
    /// <param name="task">What the model predicts.</param>
    /// <param name="set">The predictions of one model, or of two.</param>
    /// <param name="metrics">Keys of metrics of the task; those that are not defined on the rows are left out.</param>
    /// <param name="threshold">The threshold of binary classification.</param>
    /// <param name="alpha">One-sided error level.</param>
    public static IReadOnlyList<MarginProposal> For(
        ModelTask task,
        PredictionSet set,
        IEnumerable<string> metrics,
        double threshold = 0.5,
        double alpha = 0.05
    )
    {
        var rows = PairedObservations.From(set, threshold);
        var isAssumed = rows.Baseline is null || rows.IsIdentical;
        var question = isAssumed ? Estimand.Value : Estimand.Difference;
        List<EstimateRequest> asked =
        [
            .. metrics
                .Select(key => MetricCatalog.Find(key, task))
                .OfType<Metric>()
                .Select(metric => new EstimateRequest(metric, question)),
        ];
        var estimator = new Estimator(rows, asked, new EstimatorOptions(Seeds.Bootstrap, Replicates));
        return
        [
            .. asked
                .Where(one => estimator.Candidate(one.Metric).IsDefined && (isAssumed || estimator.Baseline(one.Metric).IsDefined))
                .Select(one => (one.Metric, Estimate: estimator.Estimate(one)))
                .Where(pair => pair.Estimate is { StandardError: > 0 })
                .Select(pair =>
                    From(
                        pair.Metric,
                        pair.Estimate!.StandardError * (isAssumed ? Math.Sqrt(2 * (1 - AssumedCorrelation)) : 1),
                        estimator.Candidate(pair.Metric).Value,
                        isAssumed,
                        alpha
                    )
                ),
        ];
    }

    private static MarginProposal From(Metric metric, double error, double value, bool isAssumed, double alpha)
    {
        var effect = Power.MinimumDetectableEffect(error, alpha);
        var kind = metric.Orientation == Orientation.LowerIsBetter ? LimitKinds.MaxRise : LimitKinds.MaxDrop;
        return new MarginProposal(metric.Key, kind, RoundUp(effect), effect, value, isAssumed);
    }

    private static double RoundUp(double effect)
    {
        var exponent = (int)Math.Floor(Math.Log10(effect));
        var digits = effect / Math.Pow(10, exponent);
        var rounded = Ladder.First(step => step >= digits || step == Ladder[^1]);

        // A negative power of ten is not exact in binary, its reciprocal is: 12 / 1000 is 0.012, 1.2 * 0.01 is not.
        return exponent <= 0 ? rounded * 10 / Math.Pow(10, 1 - exponent) : rounded * Math.Pow(10, exponent);
    }
}
