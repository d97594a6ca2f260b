using MlGate.Metrics.Walks;

namespace MlGate.Metrics.Regression;

/// <summary>Median of |prediction − label|, in the unit of the label; the mean of the two middle ones where there are two.</summary>
public sealed class MedianAbsoluteError : RankMetric
{
    /// <inheritdoc/>
    public override string Key => "median-absolute-error";

    /// <inheritdoc/>
    public override string Definition => "median of |prediction − label|";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => RegressionOnly;

    /// <inheritdoc/>
    public override Orientation Orientation => Orientation.LowerIsBetter;

    /// <inheritdoc/>
    public override bool IsShare => false;

    /// <inheritdoc/>
    public override double Maximum => double.PositiveInfinity;

    /// <inheritdoc/>
    public override bool IsSmooth => false;

    /// <inheritdoc/>
    public override IReadOnlyList<RankPlan> Plans(Observations rows)
    {
        var (errors, order) = (new double[rows.Rows], new int[rows.Rows]);
        for (var row = 0; row < order.Length; row++)
        {
            (errors[row], order[row]) = (Math.Abs(rows.Number(row) - rows.Labels[row]), row);
        }

        Array.Sort((double[])errors.Clone(), order);
        Array.Reverse(order);
        return [RankPlans.InOrder(rows, order, row => errors[row])];
    }

    /// <inheritdoc/>
    public override string? UndefinedBecause(Observations rows) => null;

    /// <inheritdoc/>
    internal override BlockState Start(RankPlan plan) => new MedianState(plan);
}
