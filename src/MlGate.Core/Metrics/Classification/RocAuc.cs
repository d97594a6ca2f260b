using MlGate.Findings;
using MlGate.Metrics.Walks;

namespace MlGate.Metrics.Classification;

/// <summary>Area under the ROC curve: how often a positive row scores above a negative one, ties counting half.</summary>
public sealed class RocAuc : RankMetric, IAreaMetric
{
    /// <inheritdoc/>
    public override string Key => "auc";

    /// <inheritdoc/>
    public override string Definition => "area under the ROC curve, ties counting half";

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
    internal override BlockState Start(RankPlan plan) => new AucState(plan);

    /// <inheritdoc/>
    internal override Influence InfluenceOver(Observations rows) => new AreaInfluence(Plans(rows));

    /// <inheritdoc/>
    internal override IEnumerable<CountedRows> RestsOn(Observations candidate, Observations? baseline) =>
        [CountedRows.OfRarestClass(candidate)];

    (double Area, double[] Contributions) IAreaMetric.Contributions(Observations rows) => AreaContributions.Over(Plans(rows), rows.Rows);
}
