namespace MlGate.Metrics.Walks;

/// <summary>One order of rows, from the highest value down.</summary>
/// <param name="Order">Rows in the order of the walk.</param>
/// <param name="Values">Per position the value by which it is ordered.</param>
/// <param name="EndsTie">Per position: true for the last of its ties.</param>
/// <param name="IsPositive">Per position: true if the label is the class. Empty without classes.</param>
/// <param name="Weights">Per position the sampling weight; null when all are 1.</param>
public sealed record RankPlan(int[] Order, double[] Values, bool[] EndsTie, bool[] IsPositive, double[]? Weights)
{
    internal double WeightAt(int position) => Weights is null ? 1 : Weights[position];
}
