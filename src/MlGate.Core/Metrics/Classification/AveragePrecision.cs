using MlGate.Findings;
using MlGate.Metrics.Walks;

namespace MlGate.Metrics.Classification;

/// <summary>
/// Area under the precision-recall curve as average precision: Σ (recall_k − recall_{k−1}) precision_k, without interpolation.
/// </summary>
public sealed class AveragePrecision : RankMetric
{
    /// <inheritdoc/>
    public override string Key => "pr-auc";

    /// <inheritdoc/>
    public override string Definition => "average precision: the step-wise area under the precision-recall curve";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelTask> Tasks => BinaryOnly;

    /// <inheritdoc/>
    public override Denominator DenominatorOf(Observations rows) => new("positives", rows.CountOf(1));

    /// <inheritdoc/>
    public override IReadOnlyList<RankPlan> Plans(Observations rows) => [RankPlans.Descending(rows, 0, 1)];

    /// <inheritdoc/>
    public override string? UndefinedBecause(Observations rows) =>
        rows.OneLabel
            ? rows.Label(0) == 1
                ? "no negatives"
                : "no positives"
            : null;

    /// <inheritdoc/>
    internal override bool ReadsOnlyOrder => true;

    /// <inheritdoc/>
    internal override BlockState Start(RankPlan plan) => new AveragePrecisionState(plan);

    /// <inheritdoc/>
    internal override Influence InfluenceOver(Observations rows) => new AveragePrecisionInfluence(Plans(rows));

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.OfRarestClass(candidate)];
}
