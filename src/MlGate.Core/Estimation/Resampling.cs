using MlGate.Metrics;

namespace MlGate.Estimation;

/// <summary>
/// The paired Poisson bootstrap: every row is drawn Poisson(1) times, the same draws for both models and for all metrics.
/// </summary>
internal static class Resampling
{
    /// <summary>What reports call the generator.</summary>
    public const string Generator = "Philox4x32-10 by (seed, row key, replicate), Poisson(1) by inversion of 16 bits";

    /// <summary>Resamples.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="metrics">The metrics, all of them defined on the rows.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="replicates">How many replicates.</param>
    /// <param name="threads">Most threads; −1 for as many as there are. Has no influence on the result.</param>
    public static IReadOnlyDictionary<Metric, Replicates> Run(
        PairedObservations rows,
        IReadOnlyCollection<Metric> metrics,
        long seed,
        int replicates,
        int threads = -1
    )
    {
        var counted = rows.IsSimple ? ConfusionCells.From(rows) : null;
        var result = new Dictionary<Metric, Replicates>();
        foreach (
            var (metric, values) in counted is null
                ? []
                : CellResampling.Run(counted, [.. metrics.Where(metric => metric is ICountingMetric)], seed, replicates, threads)
        )
        {
            result.Add(metric, values);
        }

        foreach (
            var (metric, values) in RowResampling.Run(
                rows,
                [.. metrics.Where(metric => !result.ContainsKey(metric))],
                seed,
                replicates,
                threads
            )
        )
        {
            result.Add(metric, values);
        }

        return result;
    }
}
