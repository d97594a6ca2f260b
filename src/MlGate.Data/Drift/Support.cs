using MlGate.Profiles;

namespace MlGate.Data.Drift;

/// <summary>Collects ascending values with their counts; keeps every value while they are few, and bins of equal pooled count beyond.</summary>
/// <param name="total">Counts that will come in all.</param>
/// <param name="most">Most points.</param>
internal sealed class Support(long total, int most)
{
    private readonly List<Point> bins = [];
    private List<Point>? exact = [];
    private long before;
    private long bin = -1;
    private double mean;
    private double squares;
    private long counted;

    public void Add(double value, long baseline, long candidate)
    {
        var count = baseline + candidate;
        if (exact?.Count == most)
        {
            exact = null;
        }

        exact?.Add(new Point(value, baseline, candidate));
        var own = (long)((Int128)before * most / total);
        if (own == bin)
        {
            var last = bins[^1];
            var together = last.Baseline + last.Candidate + count;
            bins[^1] = new Point(last.Value + ((value - last.Value) * ((double)count / together)), last.Baseline + baseline, last.Candidate + candidate);
        }
        else
        {
            bins.Add(new Point(value, baseline, candidate));
            bin = own;
        }

        before += count;
        Spread(value, baseline);
    }

    public ColumnPair Pair(string column)
    {
        var points = exact ?? bins;
        return new ColumnPair
        {
            Column = column,
            Values = points.ConvertAll(point => point.Value),
            Baseline = points.ConvertAll(point => point.Baseline),
            Candidate = points.ConvertAll(point => point.Candidate),
            BaselineStandardDeviation = counted < 2 ? 0 : Math.Sqrt(squares / (counted - 1)),
        };
    }

    // Welford's update with a weight; the values come sorted, so the result is the same for every run.
    private void Spread(double value, long count)
    {
        if (count == 0)
        {
            return;
        }

        counted += count;
        var away = value - mean;
        mean += away * count / counted;
        squares += away * (value - mean) * count;
    }

    private readonly record struct Point(double Value, long Baseline, long Candidate);
}
