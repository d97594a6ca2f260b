namespace MlGate.Statistics;

/// <summary>
/// Method of variance estimates recovery: an interval of a difference from the two intervals and the correlation (Zou and Donner 2008,
/// Statistics in Medicine 27).
/// </summary>
public static class Mover
{
    /// <summary>Bounds of first − second.</summary>
    /// <param name="first">First estimate.</param>
    /// <param name="ofFirst">Its bounds.</param>
    /// <param name="second">Second estimate.</param>
    /// <param name="ofSecond">Its bounds.</param>
    /// <param name="correlation">Correlation of the two estimates, in [−1, 1].</param>
    public static Bounds Difference(double first, Bounds ofFirst, double second, Bounds ofSecond, double correlation)
    {
        var (down, up) = (first - ofFirst.Lower, ofFirst.Upper - first);
        var (downSecond, upSecond) = (second - ofSecond.Lower, ofSecond.Upper - second);
        var change = first - second;
        return new Bounds(change - Length(down, upSecond, correlation), change + Length(up, downSecond, correlation));
    }

    private static double Length(double x, double y, double correlation) =>
        Math.Sqrt(Math.Max(0, (x * x) + (y * y) - (2 * correlation * x * y)));
}
