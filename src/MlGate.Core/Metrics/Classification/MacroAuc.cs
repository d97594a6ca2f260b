using MlGate.Metrics.Walks;

namespace MlGate.Metrics.Classification;

/// <summary>Mean over the classes of the area under the ROC curve of the class against the rest.</summary>
public sealed class MacroAuc : RankMetric
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
    internal override bool IsArea => true;

    /// <inheritdoc/>
    internal override BlockState Start(RankPlan plan) => new AucState(plan);
}
