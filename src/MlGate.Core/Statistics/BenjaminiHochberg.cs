namespace MlGate.Statistics;

/// <summary>Step-up adjustment for several tests (Benjamini and Hochberg 1995): holds the expected share of false discoveries.</summary>
public static class BenjaminiHochberg
{
    /// <summary>Adjusted p-values, in the order given.</summary>
    public static double[] Adjust(IReadOnlyList<double> p)
    {
        var order = Enumerable.Range(0, p.Count).OrderByDescending(index => p[index]).ToArray();
        var adjusted = new double[p.Count];
        var cap = 1.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            cap = Math.Min(cap, p[order[rank]] * p.Count / (p.Count - rank));
            adjusted[order[rank]] = cap;
        }

        return adjusted;
    }
}
