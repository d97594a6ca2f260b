using MlGate.Metrics;
using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>The bootstrap of counting metrics: one Poisson(c) draw per cell of c rows, and no work per row.</summary>
internal static class CellResampling
{
    /// <summary>Resamples; all metrics share the draws.</summary>
    public static Dictionary<Metric, Replicates> Run(
        ConfusionCells cells,
        IReadOnlyList<Metric> metrics,
        long seed,
        int replicates,
        int threads
    )
    {
        if (metrics.Count == 0)
        {
            return [];
        }

        ICountingMetric[] counting = [.. metrics.Cast<ICountingMetric>()];
        var (candidate, baseline) = (Arrays(metrics.Count, replicates), Arrays(metrics.Count, replicates));
        var (candidateWithout, baselineWithout) = (Arrays(metrics.Count, cells.Cells.Count), Arrays(metrics.Count, cells.Cells.Count));
        Parallel.For(
            0,
            replicates,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new Totals(cells),
            (replicate, _, totals) =>
            {
                totals.Take(cell => PoissonCount.Draw(seed, cell.Stream, replicate, cell.Count));
                totals.Evaluate(counting, candidate, baseline, replicate);
                return totals;
            },
            _ => { }
        );
        var omit = new Totals(cells);
        for (var index = 0; index < cells.Cells.Count; index++)
        {
            var omitted = cells.Cells[index];
            omit.Take(cell => cell.Count - (ReferenceEquals(cell, omitted) ? 1 : 0));
            omit.Evaluate(counting, candidateWithout, baselineWithout, index);
        }

        double[] counts = [.. cells.Cells.Select(cell => (double)cell.Count)];
        return Enumerable
            .Range(0, metrics.Count)
            .ToDictionary(
                index => metrics[index],
                index => new Replicates(
                    candidate[index],
                    cells.HasBaseline ? baseline[index] : null,
                    candidateWithout[index],
                    cells.HasBaseline ? baselineWithout[index] : null,
                    counts
                )
            );
    }

    private static double[][] Arrays(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new double[length])];

    private sealed class Totals(ConfusionCells cells)
    {
        private readonly ConfusionTotals candidate = new(cells.Classes);
        private readonly ConfusionTotals baseline = new(cells.Classes);

        public void Take(Func<ConfusionCell, double> weight)
        {
            candidate.Clear();
            baseline.Clear();
            foreach (var cell in cells.Cells)
            {
                var taken = weight(cell);
                candidate.Add(cell.Label, cell.Candidate, taken);
                baseline.Add(cell.Label, cell.Baseline, taken);
            }
        }

        public void Evaluate(ICountingMetric[] metrics, double[][] candidates, double[][] baselines, int index)
        {
            for (var metric = 0; metric < metrics.Length; metric++)
            {
                candidates[metric][index] = metrics[metric].Evaluate(candidate).Value;
                baselines[metric][index] = cells.HasBaseline ? metrics[metric].Evaluate(baseline).Value : double.NaN;
            }
        }
    }
}
