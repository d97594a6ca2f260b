using MlGate.Metrics.Walks;

namespace MlGate.Metrics;

/// <summary>A metric that is a function of sums of per-row values.</summary>
public abstract class SumMetric : Metric
{
    private protected SumMetric() { }

    /// <summary>The per-row values; undefined reasons are found by <see cref="Evaluate(ReadOnlySpan{double})"/>.</summary>
    public abstract SumPlan Plan(Observations rows);

    /// <summary>Its value from the sums: per cell the weight, then one sum per column.</summary>
    public abstract MetricValue Evaluate(ReadOnlySpan<double> sums);

    /// <summary>Its value from the sums of a plan; those of a resample carry the noise of the draw on top of that of the rows.</summary>
    internal virtual MetricValue Evaluate(SumPlan plan, ReadOnlySpan<double> sums, bool isResample) => Evaluate(sums);

    /// <inheritdoc/>
    public sealed override MetricValue Measure(Observations rows)
    {
        if (rows.Rows == 0)
        {
            return MetricValue.Because("no rows");
        }

        var plan = Plan(rows);
        var width = plan.Columns.Length + 1;
        var sums = new double[plan.Cells * width];
        for (var cell = 0; cell < plan.Cells; cell++)
        {
            foreach (var row in plan.RowsOf(cell))
            {
                var weight = rows.Weight(row);
                sums[cell * width] += weight;
                for (var column = 0; column < plan.Columns.Length; column++)
                {
                    sums[(cell * width) + column + 1] += weight * plan.Columns[column][row];
                }
            }
        }

        return Evaluate(plan, sums, isResample: false);
    }

    internal sealed override bool MayHaveHeavyTails => true;

    internal sealed override IReadOnlyList<BlockWalk> Walks(Observations rows, int[] keyOrder) =>
        [new SumWalk(this, Plan(rows), rows, keyOrder)];

    internal sealed override Influence? InfluenceOver(Observations rows) =>
        IsSmooth && Plan(rows) is { Cells: 1 } plan ? new SumInfluence(this, plan, rows) : null;

    internal sealed override double[] LossPerRow(Observations rows) => Plan(rows).Columns[0];
}

/// <summary>The per-row values that a <see cref="SumMetric"/> sums.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Values per row; k columns of n.</param>
/// <param name="Order">Rows sorted by cell; null when there is one cell of all rows.</param>
/// <param name="Starts">Where each cell starts in <paramref name="Order"/>, and the end; null when there is one cell.</param>
public sealed record SumPlan(int Rows, double[][] Columns, int[]? Order = null, int[]? Starts = null)
{
    /// <summary>Number of cells.</summary>
    public int Cells => Starts is null ? 1 : Starts.Length - 1;

    /// <summary>Rows of one cell.</summary>
    public IEnumerable<int> RowsOf(int cell) =>
        Order is null ? Enumerable.Range(0, Rows) : new ArraySegment<int>(Order, Starts![cell], Starts[cell + 1] - Starts[cell]);

    /// <summary>One value per row.</summary>
    public static SumPlan From(Observations rows, Func<int, double> value)
    {
        var column = new double[rows.Rows];
        for (var row = 0; row < column.Length; row++)
        {
            column[row] = value(row);
        }

        return new SumPlan(rows.Rows, [column]);
    }
}
