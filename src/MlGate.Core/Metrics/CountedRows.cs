namespace MlGate.Metrics;

/// <summary>Some of the rows, whose number limits what a metric can tell.</summary>
/// <param name="Name">What they are: <c>positives</c>.</param>
/// <param name="Contains">True for one of them.</param>
internal sealed record CountedRows(string Name, Predicate<int> Contains)
{
    /// <summary>Rows of binary classification with a label.</summary>
    public static CountedRows Positives(Observations rows) => new("positives", row => rows.Label(row) == 1);

    /// <summary>Rows of binary classification with the other label.</summary>
    public static CountedRows Negatives(Observations rows) => new("negatives", row => rows.Label(row) == 0);

    /// <summary>Rows of the class that has the fewest, for metrics that treat classes alike.</summary>
    public static CountedRows OfRarestClass(Observations rows)
    {
        var rarest = Classes(rows).MinBy(of => rows.CountOf(of));
        return new("rows of the rarest class", row => rows.Label(row) == rarest);
    }

    /// <summary>Rows of all classes but the one that has the most.</summary>
    public static CountedRows OutsideLargestClass(Observations rows)
    {
        var largest = Classes(rows).MaxBy(of => rows.CountOf(of));
        return new("rows outside the most frequent class", row => rows.Label(row) != largest);
    }

    /// <summary>Rows whose number is not the one that most rows have: those alike tell a metric of order nothing of each other.</summary>
    /// <param name="name">What the numbers are: <c>labels</c>.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="number">The number of a row.</param>
    public static CountedRows OutsideLargestTie(string name, int rows, Func<int, double> number)
    {
        var most = Enumerable.Range(0, rows).CountBy(number).OrderByDescending(tie => tie.Value).Select(tie => tie.Key).FirstOrDefault();
        return new($"rows outside the most frequent of the {name}", row => number(row) != most);
    }

    private static IEnumerable<int> Classes(Observations rows) =>
        Enumerable.Range(0, rows.Classes).Where(of => rows.CountOf(of) > 0).DefaultIfEmpty(0);
}
