using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;

namespace MlGate.Core.Tests.Statistics;

public sealed class BoundErrorTests
{
    private const int Seeds = 80;

    [Fact]
    public void The_stated_error_of_a_bound_is_its_spread_over_seeds()
    {
        var rows = PairedObservations.From(Simulated.Binary(800, 5), 0.5);
        var asked = new EstimateRequest(MetricCatalog.Find("brier", ModelTask.BinaryClassification)!, Estimand.Difference);

        var estimates = Enumerable
            .Range(1, Seeds)
            .Select(seed => new Estimator(rows, [asked], new EstimatorOptions(seed, 2000)).Estimate(asked)!)
            .ToList();

        double[] bounds = [.. estimates.Select(estimate => estimate.At(0.05).Lower)];
        var spread = Math.Sqrt(bounds.Sum(bound => Math.Pow(bound - bounds.Average(), 2)) / (Seeds - 1));
        Assert.InRange(spread / estimates.Average(estimate => estimate.BoundError(0.05)), 0.75, 1.3);

        // What the docs say of 2,000 replicates.
        Assert.InRange(spread / estimates[0].StandardError, 0.045, 0.085);
    }
}
