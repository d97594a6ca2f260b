using MlGate.Metrics;
using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>Rows counted by label and both predictions: all that counting metrics need, however many rows there are.</summary>
/// <param name="Classes">Number of classes.</param>
/// <param name="HasBaseline">True if there is a baseline.</param>
/// <param name="Cells">The occupied cells, sorted.</param>
internal sealed record ConfusionCells(int Classes, bool HasBaseline, IReadOnlyList<ConfusionCell> Cells)
{
    // Beyond this many cells rows are drawn one by one: that is then the faster way.
    private const int Most = 4096;

    /// <summary>Counts rows; null when there are too many cells, or no classes.</summary>
    public static ConfusionCells? From(PairedObservations rows)
    {
        var (candidate, baseline) = (rows.Candidate, rows.Baseline);
        if (candidate.Classes == 0)
        {
            return null;
        }

        var (classes, counts) = (candidate.Classes, new Dictionary<(int, int, int), long>());
        for (var row = 0; row < candidate.Rows; row++)
        {
            var cell = (candidate.Label(row), baseline is null ? 0 : baseline.Predicted[row], candidate.Predicted[row]);
            counts[cell] = counts.GetValueOrDefault(cell) + 1;
            if (counts.Count > Most)
            {
                return null;
            }
        }

        return new ConfusionCells(
            classes,
            baseline is not null,
            [
                .. counts
                    .OrderBy(pair => pair.Key)
                    .Select(pair => new ConfusionCell(pair.Key.Item1, pair.Key.Item2, pair.Key.Item3, pair.Value)),
            ]
        );
    }

    /// <summary>One row per cell, with the predictions of one model; the counts are not in it.</summary>
    public Observations Rows(Func<ConfusionCell, int> predicted) =>
        new([.. Cells.Select(cell => (double)cell.Label)], PredictedScores.For([.. Cells.Select(predicted)], Classes), Classes);
}

/// <summary>One cell.</summary>
/// <param name="Label">The label.</param>
/// <param name="Baseline">The baseline's prediction.</param>
/// <param name="Candidate">The candidate's prediction.</param>
/// <param name="Count">Rows.</param>
internal sealed record ConfusionCell(int Label, int Baseline, int Candidate, long Count)
{
    /// <summary>Key of the cell's random stream.</summary>
    public ulong Stream => Philox.Fold(new UInt128((ulong)Label + 1, ((ulong)(uint)Baseline << 32) | (uint)Candidate));
}
