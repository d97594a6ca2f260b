using System.Diagnostics;
using System.Globalization;
using MlGate.Core.Tests.Statistics;
using MlGate.Estimation;
using MlGate.Findings;
using MlGate.Metrics;
using MlGate.Metrics.Catalog;

namespace MlGate.Benchmarks;

/// <summary>
/// Ten metrics of binary classification over paired rows: estimates, intervals and p-values from the replicates of the bootstrap.
/// </summary>
internal static class StatisticsSpeed
{
    private static readonly string[] Keys =
    [
        "auc",
        "pr-auc",
        "accuracy",
        "precision",
        "recall",
        "f1",
        "mcc",
        "log-loss",
        "brier",
        "calibration-error",
    ];

    /// <summary>Prints seconds; the rows are made before the clock starts.</summary>
    public static int Run(int rows, int replicates, int threads)
    {
        var set = Simulated.Binary(rows, 1);
        foreach (var keys in Keys.Select(key => new[] { key }).Prepend(Keys))
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            List<EstimateRequest> asked =
            [
                .. keys.Select(key => new EstimateRequest(MetricCatalog.Find(key, ModelTask.BinaryClassification)!, Estimand.Difference)),
            ];
            var estimator = new Estimator(PairedObservations.From(set, 0.5), asked, new EstimatorOptions(1, replicates, Threads: threads));
            var widths = asked.Select(one => estimator.Estimate(one)!.At(0.05).Width).ToList();
            var cpu = Process.GetCurrentProcess().TotalProcessorTime - before;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(keys.Length == 1 ? keys[0] : $"{keys.Length} metrics"), -20} {clock.Elapsed.TotalSeconds, 7:F2} s wall "
                        + $"{cpu.TotalSeconds, 7:F2} s cpu   widths {widths.Min():G3} … {widths.Max():G3}"
                )
            );
        }

        Console.WriteLine($"peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        return 0;
    }
}
