using MlGate.Metrics;

namespace MlGate.Estimation;

/// <summary>
/// The rows of both models one after the other, as one set of 2n rows: a swap of baseline and candidate within a row takes the other of its
/// two entries. Scores that only order rows
/// are replaced by their mid-ranks within each model first (Bandos, Rockette and Gur 2005), predicted classes stand for the scores of
/// counting metrics.
/// </summary>
/// <param name="Rows">The 2n rows: the candidate's, then the baseline's.</param>
/// <param name="Differs">Per unit: true if the two models differ in any of its rows.</param>
internal sealed record StackedModels(Observations Rows, bool[] Differs)
{
    /// <summary>Stacks what a metric reads.</summary>
    public static StackedModels For(Metric metric, PairedObservations rows)
    {
        var (candidate, baseline) = (ScoresFor(metric, rows.Candidate), ScoresFor(metric, rows.Baseline!));
        var differs = new bool[rows.UnitCount];
        for (var row = 0; row < rows.Units.Length; row++)
        {
            differs[rows.Units[row]] |= !candidate
                .Values.AsSpan(row * candidate.Columns, candidate.Columns)
                .SequenceEqual(baseline.Values.AsSpan(row * baseline.Columns, baseline.Columns));
        }

        var of = rows.Candidate;
        var stacked = new Observations(
            [.. of.Labels, .. of.Labels],
            new Scores([.. candidate.Values, .. baseline.Values], candidate.Columns),
            of.Classes,
            weights: of.Weights is null ? null : [.. of.Weights, .. of.Weights]
        );
        return new StackedModels(stacked, differs);
    }

    private static Scores ScoresFor(Metric metric, Observations rows) =>
        metric is ConfusionMetric ? PredictedScores.For(rows.Predicted, rows.Classes)
        : rows.Classes == 0 ? rows.Scores
        : metric is RankMetric ? MidRanks(rows)
        : new Scores(
            [
                .. Enumerable
                    .Range(0, rows.Rows)
                    .SelectMany(row =>
                        Enumerable.Range(rows.Classes == 2 ? 1 : 0, rows.Classes == 2 ? 1 : rows.Classes).Select(of => rows.Score(row, of))
                    ),
            ],
            rows.Classes == 2 ? 1 : rows.Classes
        );

    private static Scores MidRanks(Observations rows)
    {
        var (columns, ranks) = (rows.Scores.Columns, new double[rows.Scores.Values.Length]);
        for (var column = 0; column < columns; column++)
        {
            var order = rows.Descending(column);
            for (var start = 0; start < order.Length; )
            {
                var end = start + 1;
                while (end < order.Length && Value(order[end]) == Value(order[start]))
                {
                    end++;
                }

                for (var position = start; position < end; position++)
                {
                    ranks[(order[position] * columns) + column] = -(start + end - 1) / 2.0;
                }

                start = end;
            }

            double Value(int row) => rows.Scores.Values[(row * columns) + column];
        }

        return new Scores(ranks, columns);
    }
}
