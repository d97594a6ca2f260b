using System.Buffers;
using MlGate.Metrics.Walks;

namespace MlGate.Metrics;

/// <summary>
/// Spearman's rank correlation C / √(A B): a row adds its own product of centred mid-ranks to C, moves the ranks of all other rows by
/// half of its weight, and A and B by (w² − t²) / 4 for its ties of weight t.
/// </summary>
/// <param name="first">One order of the rows.</param>
/// <param name="second">The other order of the same rows.</param>
internal sealed class RankCorrelationInfluence(RankPlan first, RankPlan second) : Influence
{
    public override double Evaluate(ReadOnlySpan<double> multiplicities, Span<double> influences)
    {
        var rows = influences.Length;
        var rented = ArrayPool<double>.Shared.Rent(4 * rows);
        var a = rented.AsSpan(0, rows);
        var b = rented.AsSpan(rows, rows);
        var tiesOfA = rented.AsSpan(2 * rows, rows);
        var tiesOfB = rented.AsSpan(3 * rows, rows);
        var (total, squaresA) = Rank(first, multiplicities, a, tiesOfA);
        var (_, squaresB) = Rank(second, multiplicities, b, tiesOfB);
        var products = 0.0;
        for (var position = 0; position < rows; position++)
        {
            var row = first.Order[position];
            products += multiplicities[row] * first.WeightAt(position) * a[row] * b[row];
            influences[row] = a[row] * b[row];
        }

        AddMoved(first, multiplicities, b, influences);
        AddMoved(second, multiplicities, a, influences);
        var (value, size) = (RankCorrelation.From(products, squaresA, squaresB), Math.Sqrt(squaresA) * Math.Sqrt(squaresB));
        for (var position = 0; position < rows; position++)
        {
            var row = first.Order[position];
            var spread =
                (((total * total) - (tiesOfA[row] * tiesOfA[row])) / squaresA)
                + (((total * total) - (tiesOfB[row] * tiesOfB[row])) / squaresB);
            influences[row] = ((influences[row] / size) - (value * spread / 8)) * first.WeightAt(position);
        }

        ArrayPool<double>.Shared.Return(rented);
        return value;
    }

    // Centred mid-ranks, the weight of each row's tie, the weight of all rows and the sum of squares.
    private static (double Total, double Squares) Rank(RankPlan plan, ReadOnlySpan<double> drawn, Span<double> ranks, Span<double> ties)
    {
        var (above, tied, cubes, start) = (0.0, 0.0, 0.0, 0);
        for (var position = 0; position < plan.Order.Length; position++)
        {
            tied += drawn[plan.Order[position]] * plan.WeightAt(position);
            if (plan.EndsTie[position])
            {
                for (; start <= position; start++)
                {
                    (ranks[plan.Order[start]], ties[plan.Order[start]]) = (above + (tied / 2), tied);
                }

                (above, cubes, tied) = (above + tied, cubes + (tied * tied * tied), 0);
            }
        }

        // From the highest down: a high value has a high rank.
        for (var row = 0; row < ranks.Length; row++)
        {
            ranks[row] = (above / 2) - ranks[row];
        }

        return (above, RankCorrelation.Squares(above, cubes));
    }

    // A row's weight raises the ranks above it by half of itself, and lowers those below: the ranks of the other order add up to 0.
    private static void AddMoved(RankPlan plan, ReadOnlySpan<double> drawn, ReadOnlySpan<double> others, Span<double> influences)
    {
        var (above, tied, start) = (0.0, 0.0, 0);
        for (var position = 0; position < plan.Order.Length; position++)
        {
            var row = plan.Order[position];
            tied += drawn[row] * plan.WeightAt(position) * others[row];
            if (plan.EndsTie[position])
            {
                for (; start <= position; start++)
                {
                    influences[plan.Order[start]] += above + (tied / 2);
                }

                (above, tied) = (above + tied, 0);
            }
        }
    }
}
