namespace MlGate.Data.Drift;

/// <summary>
/// Standard deviation (n − 1) after winsorising at the 1st and 99th percentiles: what is beyond one counts as the percentile, so that a few
/// extreme values do not set the scale. Percentiles
/// are interpolated between the values at both sides of rank p (n − 1). Where the result is 0 (nearly all values are equal) it is the plain
/// deviation.
/// </summary>
/// <param name="count">How many values will come.</param>
/// <param name="largest">Largest absolute value among them: squares are taken of values over a power of two of its size, so that none
/// overflows.</param>
internal sealed class WinsorisedDeviation(long count, double largest)
{
    private const double Tail = 0.01;

    private readonly int exponent = largest > 0 ? Math.ILogB(largest) : 0;
    private readonly Rank low = new(Tail * Math.Max(0, count - 1), count);
    private readonly Rank high = new((1 - Tail) * Math.Max(0, count - 1), count);
    private readonly Moments plain = new();
    private readonly Moments between = new();
    private long taken;

    /// <summary>Takes the next value; they come in ascending order.</summary>
    public void Add(double value, long times)
    {
        var scaled = Math.ScaleB(value, -exponent);
        var end = taken + times;
        plain.Add(scaled, times);
        low.Add(scaled, taken, end);
        high.Add(scaled, taken, end);
        between.Add(scaled, Math.Min(end, high.Index + 1) - Math.Max(taken, low.Index + 1));
        taken = end;
    }

    /// <summary>The deviation, once all values have come.</summary>
    public double Finish()
    {
        between.Add(low.Value, low.Index + 1);
        between.Add(high.Value, count - 1 - high.Index);
        return Math.ScaleB(between.Deviation > 0 ? between.Deviation : plain.Deviation, exponent);
    }

    /// <summary>The value at a rank from 0 to n − 1, which may lie between two values.</summary>
    private sealed class Rank(double rank, long count)
    {
        private double below;
        private double above;

        public long Index { get; } = (long)rank;

        public double Value => below + ((rank - Index) * (above - below));

        public void Add(double value, long start, long end)
        {
            below = start <= Index && Index < end ? value : below;
            var next = Math.Min(Index + 1, count - 1);
            above = start <= next && next < end ? value : above;
        }
    }

    /// <summary>Welford's update with a weight; the values come sorted, so that the result is the same for every run.</summary>
    private sealed class Moments
    {
        private long count;
        private double mean;
        private double squares;

        public double Deviation => count < 2 ? 0 : Math.Sqrt(squares / (count - 1));

        public void Add(double value, long times)
        {
            if (times <= 0)
            {
                return;
            }

            count += times;
            var away = value - mean;
            mean += away * times / count;
            squares += away * (value - mean) * times;
        }
    }
}
