using MlGate.Metrics.Walks;

namespace MlGate.Metrics.Regression;

/// <summary>
/// Spearman's rank correlation of labels and predictions: Pearson's of their mid-ranks (Kendall and Gibbons 1990, Rank Correlation
/// Methods). Sampling weights count like copies.
/// </summary>
public sealed class SpearmanCorrelation : Metric
{
    /// <inheritdoc/>
    public override string Key => "spearman";

    /// <inheritdoc/>
    public override string Definition => "Spearman's rank correlation of label and prediction, mean ranks for ties";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => RegressionOnly;

    /// <inheritdoc/>
    public override bool IsShare => false;

    /// <inheritdoc/>
    public override double Minimum => -1;

    /// <inheritdoc/>
    public override MetricValue Measure(Observations rows)
    {
        if (rows.Rows == 0 || rows.OneLabel)
        {
            return MetricValue.Because(rows.Rows == 0 ? "no rows" : "all labels are equal");
        }

        var ones = new double[rows.Rows];
        Array.Fill(ones, 1);
        var value = InfluenceOver(rows).Evaluate(ones, new double[rows.Rows]);
        return double.IsNaN(value) ? MetricValue.Because("all predictions are equal") : MetricValue.From(value);
    }

    internal override bool ReadsOnlyOrder => true;

    internal override IReadOnlyList<BlockWalk> Walks(Observations rows, int[] keyOrder) =>
        [new RankCorrelationWalk(ByPrediction(rows), ByLabel(rows))];

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [
            CountedRows.OutsideLargestTie("labels", candidate.Rows, row => candidate.Labels[row]),
            CountedRows.OutsideLargestTie("predictions", candidate.Rows, candidate.Number),
            .. baseline is null
                ? Array.Empty<CountedRows>()
                : [CountedRows.OutsideLargestTie("predictions of the baseline", baseline.Rows, baseline.Number)],
        ];

    internal override Influence InfluenceOver(Observations rows) => new RankCorrelationInfluence(ByPrediction(rows), ByLabel(rows));

    private static RankPlan ByPrediction(Observations rows) => RankPlans.InOrder(rows, rows.Descending(0), rows.Number);

    private static RankPlan ByLabel(Observations rows)
    {
        int[] order = [.. Enumerable.Range(0, rows.Rows)];
        Array.Sort((double[])rows.Labels.Clone(), order);
        Array.Reverse(order);
        return RankPlans.InOrder(rows, order, row => rows.Labels[row]);
    }
}
