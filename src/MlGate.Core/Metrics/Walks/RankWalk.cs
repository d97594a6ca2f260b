namespace MlGate.Metrics.Walks;

/// <summary>One part of a rank metric.</summary>
internal sealed class RankWalk(RankPlan plan, Func<RankPlan, BlockState> start) : BlockWalk(plan.Order)
{
    public override BlockState Start() => start(plan);
}
