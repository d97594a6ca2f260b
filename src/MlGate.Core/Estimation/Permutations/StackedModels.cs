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
        var (candidate, baseline) = (metric.SwappedScores(rows.Candidate), metric.SwappedScores(rows.Baseline!));
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
}
