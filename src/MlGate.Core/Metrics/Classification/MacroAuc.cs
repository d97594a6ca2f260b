using MlGate.Metrics.Walks;

namespace MlGate.Metrics.Classification;

/// <summary>Mean over the classes of the area under the ROC curve of the class against the rest.</summary>
public sealed class MacroAuc : RankMetric, IAreaMetric
{
    /// <inheritdoc/>
    public override string Key => "macro-auc";

    /// <inheritdoc/>
    public override string Definition => "mean over the classes that have rows of the AUC of the class against the rest";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => MulticlassOnly;

    /// <inheritdoc/>
    public override IReadOnlyList<RankPlan> Plans(Observations rows) =>
        [.. Enumerable.Range(0, rows.Classes).Where(of => rows.CountOf(of) > 0).Select(of => RankPlans.Descending(rows, of, of))];

    /// <inheritdoc/>
    public override string? UndefinedBecause(Observations rows) => rows.OneLabel ? "all rows have the same label" : null;

    /// <inheritdoc/>
    internal override bool ReadsOnlyOrder => true;

    /// <inheritdoc/>
    internal override BlockState Start(RankPlan plan) => new AucState(plan);

    /// <inheritdoc/>
    internal override Influence InfluenceOver(Observations rows) => new AreaInfluence(Plans(rows));

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.OfRarestClass(candidate)];

    (double Area, double[] Contributions) IAreaMetric.Contributions(Observations rows) => AreaContributions.Over(Plans(rows), rows.Rows);
}
