using MlGate.Metrics;
using MlGate.Predictions;
using MlGate.Statistics;

namespace MlGate.Estimation;

/// <summary>Both models over the same rows, sorted by the rows' keys, so that the order of the file cannot matter.</summary>
internal sealed class PairedObservations
{
    private PairedObservations(
        Observations candidate,
        Observations? baseline,
        ulong[] streams,
        int[] units,
        int unitCount,
        bool isClustered
    )
    {
        (Candidate, Baseline, Streams, Units, UnitCount, IsClustered) = (candidate, baseline, streams, units, unitCount, isClustered);
        IsIdentical =
            baseline is not null
            && candidate.Scores.Columns == baseline.Scores.Columns
            && candidate.Scores.Values.AsSpan().SequenceEqual(baseline.Scores.Values)
            && candidate.Scores.Decisions.AsSpan().SequenceEqual(baseline.Scores.Decisions);
    }

    /// <summary>The candidate's rows.</summary>
    public Observations Candidate { get; }

    /// <summary>The baseline's rows; null without baseline.</summary>
    public Observations? Baseline { get; }

    /// <summary>Key of each row's random stream; rows of a group share one.</summary>
    public ulong[] Streams { get; }

    /// <summary>What is resampled: index of the row, or of its group.</summary>
    public int[] Units { get; }

    /// <summary>How many units there are.</summary>
    public int UnitCount { get; }

    /// <summary>True if rows are resampled in groups.</summary>
    public bool IsClustered { get; }

    /// <summary>Independent rows of equal weight: what closed intervals ask for.</summary>
    public bool IsSimple => !IsClustered && Candidate.Weights is null;

    /// <summary>True if both models give exactly the same scores and decisions for every row.</summary>
    public bool IsIdentical { get; }

    /// <summary>Sorts a prediction set.</summary>
    /// <param name="set">The predictions.</param>
    /// <param name="threshold">The threshold of binary classification.</param>
    /// <param name="withBaseline">False to leave the baseline out.</param>
    public static PairedObservations From(PredictionSet set, double threshold, bool withBaseline = true)
    {
        var streams = new ulong[set.Rows];
        var rows = new int[set.Rows];
        for (var row = 0; row < rows.Length; row++)
        {
            (streams[row], rows[row]) = (Philox.Fold(set.Keys[row]), row);
        }

        Array.Sort(streams, rows);
        var labels = Take(set.Labels, rows, 1);
        var weights = set.Weights is null ? null : Take(set.Weights, rows, 1);
        var (units, count) = (Enumerable.Range(0, rows.Length).ToArray(), rows.Length);
        if (set.Groups is not null)
        {
            (streams, units, count) = Cluster(set, rows);
        }

        return new PairedObservations(
            For(set.Candidate, set, labels, weights, rows, threshold),
            withBaseline && set.Baseline is not null ? For(set.Baseline, set, labels, weights, rows, threshold) : null,
            streams,
            units,
            count,
            set.Groups is not null
        );
    }

    private static Observations For(Scores scores, PredictionSet set, double[] labels, double[]? weights, int[] rows, double threshold) =>
        new(
            labels,
            scores with
            {
                Values = Take(scores.Values, rows, scores.Columns),
                Decisions = Take(scores.Decisions, rows),
            },
            set.Classes.Count,
            threshold,
            weights
        );

    // The number of a group may depend on the order of the file; the sum of its rows' keys does not.
    private static (ulong[] Streams, int[] Units, int Count) Cluster(PredictionSet set, int[] rows)
    {
        var keys = new Dictionary<int, UInt128>();
        for (var row = 0; row < set.Rows; row++)
        {
            keys[set.Groups![row]] = unchecked(keys.GetValueOrDefault(set.Groups[row]) + set.Keys[row]);
        }

        var order = keys.OrderBy(pair => pair.Value)
            .Select((pair, index) => (pair.Key, Index: index))
            .ToDictionary(pair => pair.Key, pair => pair.Index);
        return ([.. rows.Select(row => Philox.Fold(keys[set.Groups![row]]))], [.. rows.Select(row => order[set.Groups![row]])], keys.Count);
    }

    private static int[]? Take(int[]? values, int[] rows) => values is null ? null : [.. rows.Select(row => values[row])];

    private static double[] Take(double[] values, int[] rows, int columns)
    {
        var result = new double[values.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            values.AsSpan(rows[row] * columns, columns).CopyTo(result.AsSpan(row * columns, columns));
        }

        return result;
    }
}
