namespace MlGate.Metrics;

/// <summary>A function of the totals of (label, prediction): every row of a cell has the same influence but for its weight.</summary>
internal sealed class ConfusionInfluence : Influence
{
    private const double Step = 1e-4;

    private readonly ICountingMetric metric;
    private readonly Observations rows;
    private readonly (int Label, int Predicted)[] cells;
    private readonly int[] cellOf;

    public ConfusionInfluence(ICountingMetric metric, Observations rows)
    {
        (this.metric, this.rows, cellOf) = (metric, rows, new int[rows.Rows]);
        var (classes, predicted) = (rows.Classes, rows.Predicted);
        var numbers = new int[classes * classes];
        for (var row = 0; row < cellOf.Length; row++)
        {
            cellOf[row] = (rows.Label(row) * classes) + predicted[row];
            numbers[cellOf[row]] = 1;
        }

        // In the order of label and prediction.
        cells = [.. numbers.Index().Where(cell => cell.Item > 0).Select(cell => (cell.Index / classes, cell.Index % classes))];
        foreach (var (index, (label, of)) in cells.Index())
        {
            numbers[(label * classes) + of] = index;
        }

        for (var row = 0; row < cellOf.Length; row++)
        {
            cellOf[row] = numbers[cellOf[row]];
        }
    }

    public override double Evaluate(ReadOnlySpan<double> multiplicities, Span<double> influences)
    {
        var totals = new ConfusionTotals(rows.Classes);
        for (var row = 0; row < cellOf.Length; row++)
        {
            totals.Add(rows.Label(row), rows.Predicted[row], multiplicities[row] * rows.Weight(row));
        }

        var value = metric.Evaluate(totals).Value;
        var slopes = Slopes(metric, totals, cells);
        for (var row = 0; row < cellOf.Length; row++)
        {
            influences[row] = slopes[cellOf[row]] * rows.Weight(row);
        }

        return value;
    }

    /// <summary>The derivative of a metric by the weight of each cell; the totals are the same afterwards, but for rounding.</summary>
    public static double[] Slopes(ICountingMetric metric, ConfusionTotals totals, IReadOnlyList<(int Label, int Predicted)> cells)
    {
        var (slopes, step) = (new double[cells.Count], Step * totals.Total);
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var (label, predicted) = cells[cell];

            // Forward, so that no total becomes negative.
            totals.Add(label, predicted, step);
            var above = metric.Evaluate(totals).Value;
            totals.Add(label, predicted, step);
            var further = metric.Evaluate(totals).Value;
            totals.Add(label, predicted, -2 * step);
            var here = metric.Evaluate(totals).Value;
            slopes[cell] = ((4 * above) - further - (3 * here)) / (2 * step);
        }

        return slopes;
    }
}
