namespace MlGate.Plots;

/// <summary>
/// Fewer points of a line, so that the others stay as near to it as they can: the line is split at the farthest point, again and again
/// (Ramer 1972; Douglas and Peucker 1973), the worst stretch first, until the points are used up.
/// </summary>
internal static class CurveReduction
{
    private const double Nothing = 1e-9;

    /// <summary>Positions of the points to keep, ascending; the first and the last are always among them.</summary>
    /// <param name="x">Per point.</param>
    /// <param name="y">Per point.</param>
    /// <param name="most">Most points, at least 2.</param>
    public static IReadOnlyList<int> Keep(IReadOnlyList<double> x, IReadOnlyList<double> y, int most)
    {
        if (x.Count <= 2)
        {
            return [.. Enumerable.Range(0, x.Count)];
        }

        var kept = new SortedSet<int> { 0, x.Count - 1 };
        var stretches = new PriorityQueue<Stretch, double>();
        Enqueue(0, x.Count - 1);
        while (kept.Count < most && stretches.TryDequeue(out var worst, out _))
        {
            kept.Add(worst.Farthest);
            Enqueue(worst.First, worst.Farthest);
            Enqueue(worst.Farthest, worst.Last);
        }

        return [.. kept];

        void Enqueue(int first, int last)
        {
            var (farthest, distance) = (first, 0.0);
            for (var at = first + 1; at < last; at++)
            {
                var away = Distance(at, first, last);
                if (away > distance)
                {
                    (farthest, distance) = (at, away);
                }
            }

            if (distance > Nothing)
            {
                stretches.Enqueue(new Stretch(first, farthest, last), -distance);
            }
        }

        double Distance(int at, int first, int last)
        {
            var (dx, dy) = (x[last] - x[first], y[last] - y[first]);
            var length = Math.Sqrt((dx * dx) + (dy * dy));
            var (px, py) = (x[at] - x[first], y[at] - y[first]);
            return length == 0 ? Math.Sqrt((px * px) + (py * py)) : Math.Abs((px * dy) - (py * dx)) / length;
        }
    }

    private readonly record struct Stretch(int First, int Farthest, int Last);
}
