using System.Buffers;
using MlGate.Metrics.Walks;

namespace MlGate.Metrics;

/// <summary>The ties of a plan under multiplicities of the rows, in memory that is used again: there is one per replicate.</summary>
internal readonly ref struct RankTies : IDisposable
{
    private readonly RankTie[] rented;

    private RankTies(RankTie[] rented, int count)
    {
        this.rented = rented;
        Ties = rented.AsSpan(0, count);
    }

    /// <summary>Highest score first.</summary>
    public ReadOnlySpan<RankTie> Ties { get; }

    /// <summary>Adds up the ties of a plan.</summary>
    public static RankTies For(RankPlan plan, ReadOnlySpan<double> multiplicities)
    {
        var ties = ArrayPool<RankTie>.Shared.Rent(plan.Order.Length);
        var (count, start, positives, negatives, positivesAbove, negativesAbove) = (0, 0, 0.0, 0.0, 0.0, 0.0);
        for (var position = 0; position < plan.Order.Length; position++)
        {
            var weight = multiplicities[plan.Order[position]] * plan.WeightAt(position);
            if (plan.IsPositive[position])
            {
                positives += weight;
            }
            else
            {
                negatives += weight;
            }

            if (plan.EndsTie[position])
            {
                ties[count++] = new RankTie(start, position + 1, positives, negatives, positivesAbove, negativesAbove);
                (positivesAbove, negativesAbove, start, positives, negatives) = (
                    positivesAbove + positives,
                    negativesAbove + negatives,
                    position + 1,
                    0,
                    0
                );
            }
        }

        return new RankTies(ties, count);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => ArrayPool<RankTie>.Shared.Return(rented);
}
