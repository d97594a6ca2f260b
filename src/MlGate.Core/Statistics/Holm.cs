namespace MlGate.Statistics;

/// <summary>Step-down adjustment for several tests (Holm 1979): holds the chance of one false failure, whatever the dependence.</summary>
public static class Holm
{
    /// <summary>Adjusted p-values, in the order given.</summary>
    public static double[] Adjust(IReadOnlyList<double> p)
    {
        var order = Enumerable.Range(0, p.Count).OrderBy(index => p[index]).ToArray();
        var adjusted = new double[p.Count];
        var floor = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            floor = Math.Max(floor, Math.Min(1, (p.Count - rank) * p[order[rank]]));
            adjusted[order[rank]] = floor;
        }

        return adjusted;
    }
}
