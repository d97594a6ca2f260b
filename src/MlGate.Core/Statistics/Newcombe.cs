namespace MlGate.Statistics;

/// <summary>
/// Square-and-add interval of the difference of two paired proportions (Newcombe 1998, Statistics in Medicine 17, method 10: the
/// correlation of the table is corrected towards 0).
/// </summary>
public static class Newcombe
{
    /// <summary>Bounds of the change, in [−1, 1].</summary>
    /// <param name="table">The paired counts, at least one row.</param>
    /// <param name="alpha">One-sided error level.</param>
    public static Bounds Interval(PairedTable table, double alpha)
    {
        var candidate = Wilson.Interval(table.Both + table.Gained, table.Rows, alpha);
        var baseline = Wilson.Interval(table.Both + table.Lost, table.Rows, alpha);
        return Mover.Difference(table.Candidate, candidate, table.Baseline, baseline, Correlation(table));
    }

    private static double Correlation(PairedTable table)
    {
        var (a, b, c, d) = ((double)table.Both, (double)table.Gained, (double)table.Lost, (double)table.Neither);
        var margins = (a + b) * (c + d) * (a + c) * (b + d);
        var cross = (a * d) - (b * c);
        var corrected = cross > 0 ? Math.Max(0, cross - (table.Rows / 2.0)) : cross;
        return margins == 0 ? 0 : corrected / Math.Sqrt(margins);
    }
}
